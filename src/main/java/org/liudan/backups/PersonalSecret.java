package org.liudan.backups;

import java.util.HexFormat;
import java.util.Optional;
import org.liudan.database.DataFolder;
import org.liudan.privacy.Seals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The secret that personal data is encrypted with. A backup has it only if that is asked for. */
@Component
class PersonalSecret {

    private static final String NAME = "personal";

    private final DataFolder folder;
    private final String configured;

    PersonalSecret(DataFolder folder, @Value("${liudan.personal-secret:}") String configured) {
        this.folder = folder;
        this.configured = configured;
    }

    /** The configured secret, or the one in the data folder. It is not created if there is none. */
    Optional<String> existing() {
        return configured.isEmpty() ? folder.existingSecret(NAME) : Optional.of(configured);
    }

    /** A keyed hash that identifies a secret without revealing it. */
    static String fingerprint(String secret) {
        return HexFormat.of().formatHex(new Seals(secret).hash("backup", "sealed with"));
    }

    /**
     * Checks that the data of a backup can be decrypted here.
     *
     * @throws BackupRefused if the secret is missing or is another one
     */
    void check(Manifest manifest) {
        var current = existing().or(manifest::secret);
        if (current.isEmpty()) {
            throw new BackupRefused(
                    "这份备份里没有 personal.secret。请先把原来的 personal.secret 放进 " + folder.path()
                            + "，或用 --liudan.personal-secret=… 给出；没有它，密封的姓名、电话、身份证号打不开。",
                    "The backup does not hold personal.secret. First put the one it belongs to into " + folder.path()
                            + ", or give it with --liudan.personal-secret=...; without it sealed names, phones and"
                            + " identity numbers can't be opened.");
        }
        if (!fingerprint(current.get()).equals(manifest.sealedWith())) {
            throw new BackupRefused(
                    "这里的 personal.secret 不是这份备份用的那一个，密封的数据会打不开。请换成与备份配套的那一个。",
                    "The personal.secret here is not the one that this backup was sealed with, so that sealed data could not"
                            + " be opened. Use the one that belongs to the backup.");
        }
    }

    /** Stores the secret of the backup in the data folder if there is none. */
    void store(Manifest manifest) {
        if (existing().isEmpty()) {
            manifest.secret().ifPresent(secret -> folder.storeSecret(NAME, secret));
        }
    }
}
