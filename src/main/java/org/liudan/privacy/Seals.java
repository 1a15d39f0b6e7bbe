package org.liudan.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts personal data for storage with AES-256-GCM. The nonce is a keyed hash of the text, so that the same text always
 * gives the same result and a decision can be replayed. Also makes the keyed hashes that need the same secret.
 */
public final class Seals {

    private static final String PREFIX = "sealed:";
    private static final int NONCE = 12;

    private final byte[] secret;
    private final SecretKeySpec key;

    /** @param secret 256 bits in hexadecimal */
    public Seals(String secret) {
        this.secret = HexFormat.of().parseHex(secret);
        this.key = new SecretKeySpec(hash("seal", ""), "AES");
    }

    /** Encrypts a text; an empty text stays empty. */
    public String seal(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return PREFIX + Base64.getEncoder().encodeToString(seal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Encrypts a piece of a file. */
    public byte[] seal(byte[] content) {
        try {
            var nonce = Arrays.copyOf(hash("nonce", content), NONCE);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Decrypts a text; a text that is not encrypted is returned as it is. */
    public String open(String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            return sealed;
        }
        return new String(open(Base64.getDecoder().decode(sealed.substring(PREFIX.length()))), StandardCharsets.UTF_8);
    }

    /**
     * Decrypts a piece of a file.
     *
     * @throws IllegalStateException if it was encrypted with another secret
     */
    public byte[] open(byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "Sealed data can't be opened: is personal.secret the one it was sealed with?", broken);
        }
    }

    /** A keyed hash (HMAC-SHA256) of 32 bytes; another purpose gives another hash. */
    public byte[] hash(String purpose, String text) {
        return hash(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hash(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
