package nl.meedoen.factors.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.webkit.view.QrCode;
import org.junit.jupiter.api.Test;

/** The picture, read back as a phone reads it. */
class QrCodeTest {

    private static final int ENLARGED = 8;

    @Test
    void aPhoneReadsTheAddressFromThePicture() throws Exception {
        String address = KeyAddress.of("a+b@voorbeeld.example", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
        assertThat(address)
                .isEqualTo("otpauth://totp/Meedoen%3Aa%2Bb%40voorbeeld.example"
                        + "?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Meedoen");
        assertThat(read(QrCode.svg(address))).isEqualTo(address);
    }

    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * ENLARGED;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * ENLARGED;
            int top = Integer.parseInt(square.group(2)) * ENLARGED;
            for (int y = top; y < top + ENLARGED; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + ENLARGED, 0);
            }
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }
}
