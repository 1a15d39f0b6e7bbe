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
 * Seals personal data for keeping: AES-256-GCM with a nonce that is a keyed hash of the text, so that the same text
 * gives the same seal and a decision can be replayed. Also makes the keyed hashes and codes that need the same secret.
 */
public final class Seals {

    private static final String MARK = "sealed:";
    private static final int NONCE = 12;

    private final byte[] secret;
    private final SecretKeySpec key;

    /** @param secret 256 bits in hexadecimal */
    public Seals(String secret) {
        this.secret = HexFormat.of().parseHex(secret);
        this.key = new SecretKeySpec(hash("seal", ""), "AES");
    }

    public String seal(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return MARK + Base64.getEncoder().encodeToString(seal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Seals a piece of a file. */
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

    /** The text under a seal; a text that is not sealed is itself. */
    public String open(String sealed) {
        if (!sealed.startsWith(MARK)) {
            return sealed;
        }
        return new String(open(Base64.getDecoder().decode(sealed.substring(MARK.length()))), StandardCharsets.UTF_8);
    }

    /** What was sealed as a piece of a file. */
    public byte[] open(byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "Sealed data can't be opened: is personal.secret the one it was sealed with?", broken);
        }
    }

    /** A keyed hash of 32 bytes; the purpose keeps hashes for different uses apart. */
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
