package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that replaces nothing: what is not UTF-8 is refused rather than stored with question marks in it. */
final class Utf8 {
    private Utf8() {}

    /** @throws RefusedDeclarationException for anything else than UTF-8 */
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
