package io.holdfast.eventstore.integrity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as text between BEGIN and END lines (RFC 7468). */
final class Pem {

    /** In bytes. */
    private static final int LONGEST = 65_536;

    private Pem() {}

    static String text(Path file) {
        try (var in = new BoundedInput(Files.newInputStream(file), LONGEST, file + ", which should be a key,")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new BadInputException("there is no readable key file " + file, e);
        }
    }

    static byte[] decode(String text, String label, String where) {
        var block = Pattern.compile("-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) {
            throw new BadInputException(where + " has no " + label + " in PEM form");
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(where + " is damaged PEM", e);
        }
    }

    static String encode(byte[] bytes, String label) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
