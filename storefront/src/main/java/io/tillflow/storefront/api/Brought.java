package io.tillflow.storefront.api;

import io.tillflow.storefront.pictures.OthersAreRead;
import io.tillflow.storefront.pictures.UnfitPicture;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Takes a picture that somebody brought, or says why not. */
final class Brought {
    private Brought() {}

    static <T> T taken(Supplier<T> taking) {
        try {
            return taking.get();
        } catch (OthersAreRead busy) {
            throw new ShopProblem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "Other pictures are being read right now. Try again in a moment.");
        } catch (UnfitPicture unfit) {
            throw new ShopProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unfit-picture", String.valueOf(unfit.getMessage()));
        }
    }
}
