package io.tillflow.studio.kit;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets browsers keep the bundles, which never change at the address that {@link Frontend} gives them, and the fonts for a month. */
@Configuration
class FrontendFiles implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/studio/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Frontend.PLACE + "**")
                .addResourceLocations(FILES)
                .setCacheControl(
                        CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable());
        registry.addResourceHandler("/studio/fonts/**")
                .addResourceLocations(FILES + "fonts/")
                .setCacheControl(CacheControl.maxAge(30, TimeUnit.DAYS).cachePublic());
    }
}
