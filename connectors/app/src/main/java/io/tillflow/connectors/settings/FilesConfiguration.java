package io.tillflow.connectors.settings;

import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.data.files.s3.S3Files;
import io.tillflow.connectors.data.tables.KeptPuts;
import io.tillflow.connectors.data.tables.Tables;
import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where documents are: a folder of this machine, or a bucket with its keys from the secrets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesSettings.class)
class FilesConfiguration {
    private static final String S3 = "s3";
    private static final String USER = "files (s3)";
    private static final SecretName ACCESS = new SecretName("FILES_S3_ACCESS_KEY");
    private static final SecretName SECRET = new SecretName("FILES_S3_SECRET_KEY");

    @Bean
    Family filesFamily(FilesSettings settings) {
        return new Family("files", settings.provider(), List.of("local", S3));
    }

    @Bean
    FileStore fileStore(
            FilesSettings settings, Secrets secrets, ProviderGuards guards, @Qualifier("filesFamily") Family family) {
        FileStore chosen = settings.provider().equals(S3)
                ? new S3Files(
                        settings.s3().complete(),
                        () -> new S3Files.Keys(secrets.value(ACCESS, USER), secrets.value(SECRET, USER)))
                : new LocalFiles(Path.of(settings.folder()));
        return guards.around(FileStore.class, chosen, family);
    }

    @Bean
    KeptPuts keptPuts(JdbcClient database, TransactionTemplate transaction) {
        return new KeptPuts(database, transaction);
    }

    @Bean
    Tables tables(FileStore store, KeptPuts puts) {
        return new Tables(store, puts);
    }
}
