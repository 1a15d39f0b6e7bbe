package org.liudan.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import org.liudan.backups.Backup;
import org.liudan.backups.BackupRefused;

/** The command {@code backup}: writes a backup file, and says what must be stored separately from it. */
record BackupCommand(Backup backup, PrintStream out) {

    /** The property that puts the personal secret into the file too. */
    static final String WITH_SECRET = "liudan.backup.secret";

    int run(Path file, boolean withSecret) {
        try {
            var manifest = backup.write(file, withSecret);
            out.printf(
                    "已备份到 %s：%d 张表、%d 行，截至 %s%n", file, manifest.tables().size(), manifest.rows(), manifest.madeAt());
            out.printf(
                    "Backed up to %s: %d tables, %d rows, as of %s%n",
                    file, manifest.tables().size(), manifest.rows(), manifest.madeAt());
            if (withSecret) {
                out.println("注意：备份里有 personal.secret，拿到这个文件的人能看到全部个人信息，请加密保管。");
                out.println(
                        "Note: personal.secret is in it. Whoever has this file can read all personal data; keep it encrypted.");
            } else {
                out.println("注意：备份里没有 personal.secret，请另处保管一份；没有它，恢复后密封的个人信息打不开。");
                out.println(
                        "Note: personal.secret is not in it. Keep a copy somewhere else; without it nothing can be restored.");
            }
            return 0;
        } catch (BackupRefused refused) {
            out.printf("%s%n%s%n", refused.reason().zh(), refused.reason().en());
        } catch (IOException | SQLException broken) {
            out.printf("没有备份成，没有留下文件：%s%n", broken.getMessage());
            out.printf("Not backed up, and no file is left: %s%n", broken.getMessage());
        }
        return Commands.FAILED;
    }
}
