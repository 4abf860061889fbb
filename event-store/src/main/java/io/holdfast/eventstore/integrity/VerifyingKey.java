package io.holdfast.eventstore.integrity;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public Ed25519 key that checks signatures.
 *
 * @param id SHA-256 of the key's X.509 form
 */
public record VerifyingKey(Hash id, PublicKey key) {

    private static final String LABEL = "PUBLIC KEY";

    static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(Hash.of(MerkleTree.sha256().digest(key.getEncoded())), key);
    }

    /**
     * The key in a PEM file ({@code BEGIN PUBLIC KEY}).
     *
     * @throws BadInputException when there is no such file or no Ed25519 key in it
     */
    public static VerifyingKey read(Path file) {
        return decode(Pem.decode(Pem.text(file), LABEL, file.toString()), file.toString());
    }

    /**
     * The key in PEM text.
     *
     * @param where the text comes from, for the message
     * @throws BadInputException when there is no Ed25519 key in it
     */
    public static VerifyingKey ofPem(String pem, String where) {
        return decode(Pem.decode(pem, LABEL, where), where);
    }

    /** @throws BadInputException when it is not an Ed25519 key in base64 */
    static VerifyingKey ofBase64(String encoded) {
        try {
            return decode(CanonicalBytes.base64(encoded), "the key a checkpoint introduces");
        } catch (IllegalArgumentException e) {
            throw new BadInputException("the key a checkpoint introduces is not base64", e);
        }
    }

    private static VerifyingKey decode(byte[] encoded, String where) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            if (!Arrays.equals(key.getEncoded(), encoded)) {
                throw new BadInputException(where + " is not the usual form of an Ed25519 key");
            }
            return of(key);
        } catch (GeneralSecurityException e) {
            throw new BadInputException(where + " is not an Ed25519 public key", e);
        }
    }

    /** The key as PEM text. */
    public String pem() {
        return Pem.encode(key.getEncoded(), LABEL);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Whether this key signed the checkpoint. */
    public boolean signed(Checkpoint checkpoint) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(checkpoint.signedBytes());
            return verifier.verify(CanonicalBytes.base64(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false; // malformed signature
        }
    }
}
