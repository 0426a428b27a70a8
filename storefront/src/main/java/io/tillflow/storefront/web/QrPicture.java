package io.tillflow.storefront.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as an SVG path of unit squares, so that the page carries it without a script or a picture of its own.
 *
 * @param size how many squares wide
 */
public record QrPicture(int size, String path) {
    static QrPicture of(String text) {
        try {
            BitMatrix bits =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(bits.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("expected a text short enough for a QR code", e);
        }
    }
}
