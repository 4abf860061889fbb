package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: anything else is refused instead of being stored with replacement characters. */
final class Utf8 {
    private Utf8() {}

    /** @throws RefusedDeclarationException for bytes that are not UTF-8 */
    static String decode(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedDeclarationException(Kind.MALFORMED, null, "is not UTF-8");
        }
    }
}
