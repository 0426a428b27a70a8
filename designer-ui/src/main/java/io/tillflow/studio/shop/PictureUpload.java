package io.tillflow.studio.shop;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.UploadWords;
import org.jspecify.annotations.Nullable;

/** Takes one picture of somebody's and keeps it until it is asked for. */
class PictureUpload extends Upload {
    private static final int LARGEST = 10 * 1024 * 1024;

    private byte @Nullable [] content;

    /** @param limits what is said of a file that does not fit */
    PictureUpload(String limits) {
        setUploadHandler(UploadHandler.inMemory((about, bytes) -> content = bytes));
        getElement().setProperty("accept", "image/jpeg,image/png,image/webp");
        setMaxFiles(1);
        setMaxFileSize(LARGEST);
        setDropAllowed(true);
        UploadWords.say(this, LARGEST);
        addFileRejectedListener(refused -> Notices.failed(limits));
        setWidthFull();
    }

    /** Null while nothing was brought. */
    byte @Nullable [] content() {
        return content;
    }
}
