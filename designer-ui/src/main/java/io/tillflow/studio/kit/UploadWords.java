package io.tillflow.studio.kit;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What a place to drop files says, in the language of the page. */
public final class UploadWords {
    private static final int MEGABYTE = 1024 * 1024;

    private UploadWords() {}

    /** @param largest in bytes */
    public static void say(Upload upload, int largest) {
        String choose = upload.getTranslation("upload.choose");
        String drop = upload.getTranslation("upload.drop");
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(choose).setMany(choose))
                .setDropFiles(new UploadI18N.DropFiles().setOne(drop).setMany(drop))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(upload.getTranslation("upload.too-big", largest / MEGABYTE))
                        .setIncorrectFileType(upload.getTranslation("upload.kind"))
                        .setTooManyFiles(upload.getTranslation("upload.too-many"))));
    }
}
