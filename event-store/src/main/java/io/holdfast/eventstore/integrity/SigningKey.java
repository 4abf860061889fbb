package io.holdfast.eventstore.integrity;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A private Ed25519 key and its public half. Never printed, and serialized to key files only. */
public final class SigningKey {

    private static final String ED25519 = "Ed25519";
    private static final String LABEL = "PRIVATE KEY";

    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    /** A new key. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * Reads a PEM file (PKCS#8, {@code BEGIN PRIVATE KEY}, unencrypted), as written by {@code openssl genpkey
     * -algorithm ed25519}. A file that others can read is restricted to its owner.
     *
     * @throws BadInputException when there is no such file or no Ed25519 key in it
     */
    public static SigningKey read(Path file) {
        SigningKey key = decode(Pem.text(file), file.toString());
        OwnersFiles.closeIfPossible(file);
        return key;
    }

    /**
     * The key in PEM text.
     *
     * @param where the text comes from, for the message
     * @throws BadInputException when there is no Ed25519 key in it
     */
    public static SigningKey decode(String pem, String where) {
        byte[] encoded = Pem.decode(pem, LABEL, where);
        try {
            PrivateKey key = KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] seed = key instanceof EdECPrivateKey ed ? ed.getBytes().orElse(new byte[0]) : new byte[0];
            return new SigningKey(key, publicHalf(seed));
        } catch (GeneralSecurityException e) {
            throw new BadInputException(where + " is not an Ed25519 private key", e);
        }
    }

    /**
     * Derives the public half, which PKCS#8 leaves out, by generating a key pair with the seed as the only randomness.
     */
    private static VerifyingKey publicHalf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(255, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return VerifyingKey.of(generator.generateKeyPair().getPublic());
    }

    /** Its public half. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** The key as unencrypted PEM text. */
    String pem() {
        return Pem.encode(key.getEncoded(), LABEL);
    }

    /**
     * Signs a statement of the state of the log.
     *
     * @param next the key that signs from now on; null when this one stays
     */
    public Checkpoint checkpoint(
            long number, long block, Hash hash, long events, Instant at, @Nullable VerifyingKey next) {
        var statement = Checkpoint.unsigned(
                number, block, hash, events, at, verifying.id(), next == null ? null : next.base64());
        try {
            var signer = Signature.getInstance(ED25519);
            signer.initSign(key);
            signer.update(statement.signedBytes());
            Checkpoint signed = statement.signed(Base64.getEncoder().encodeToString(signer.sign()));
            if (!verifying.signed(signed)) {
                throw new IllegalStateException("The public half does not fit the private key");
            }
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "key " + verifying.id();
    }
}
