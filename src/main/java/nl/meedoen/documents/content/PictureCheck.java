package nl.meedoen.documents.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.meedoen.webkit.RuleBroken;

/**
 * Opens a picture and makes it anew, upright: place, camera and whatever else was hidden in the file are gone. A picture
 * of more than 50 million pixels is refused before it is opened; a large one is made smaller.
 */
final class PictureCheck {

    private static final long MOST_PIXELS = 50_000_000;
    private static final long MEMORY = 64L * 1024 * 1024;
    private static final int PREVIEW = 1400;

    /** The picture as it is kept, and a small one as JPEG. */
    record Picture(byte[] bytes, byte[] preview) {}

    private PictureCheck() {}

    static Picture check(FileType type, byte[] bytes) {
        String format = type == FileType.JPEG ? "jpeg" : "png";
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            BufferedImage read = reader.read(0, param(reader));
            BufferedImage upright = type == FileType.JPEG ? upright(read, Orientation.of(bytes)) : read;
            byte[] kept = type == FileType.JPEG ? jpeg(upright, 0.9f) : png(upright);
            return new Picture(kept, preview(upright));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof RuleBroken refusal) {
                throw refusal;
            }
            throw new RuleBroken("documents.refused.picture");
        } finally {
            reader.dispose();
        }
    }

    /** Reads every second or third pixel where all of them would not fit. */
    private static ImageReadParam param(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS || pixels <= 0) {
            throw new RuleBroken("documents.refused.pixels", MOST_PIXELS / 1_000_000);
        }
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        long size = pixels * Math.max(1, type.getColorModel().getPixelSize() / 8);
        int step = (int) Math.ceil(Math.sqrt((double) size / MEMORY));
        ImageReadParam param = reader.getDefaultReadParam();
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return param;
    }

    /** A small picture of a page, as JPEG on white. */
    static byte[] preview(BufferedImage image) throws IOException {
        double scale = Math.min(1, PREVIEW / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return jpeg(drawn(image, width, height), 0.8f);
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        boolean plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                || image.getType() == BufferedImage.TYPE_INT_RGB
                || image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage opaque = plain ? image : drawn(image, image.getWidth(), image.getHeight());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(to);
            writer.write(null, new IIOImage(opaque, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", to);
        }
        return out.toByteArray();
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = result.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return result;
    }

    /** Turns and mirrors a picture as the camera said that it has to be looked at. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation <= 1) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        boolean lying = orientation >= 5;
        int type = image.getType() == BufferedImage.TYPE_BYTE_GRAY ? image.getType() : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage result = new BufferedImage(lying ? h : w, lying ? w : h, type);
        Graphics2D pen = result.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return result;
    }
}
