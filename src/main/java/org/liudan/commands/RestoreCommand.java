package org.liudan.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import org.liudan.backups.Archive;
import org.liudan.backups.BackupRefused;
import org.liudan.backups.Restoration;

/** The command {@code restore}: restores a backup into an empty data folder or database. */
record RestoreCommand(Restoration restoration, PrintStream out) {

    int run(Archive archive) {
        var manifest = archive.manifest();
        try {
            restoration.restore(archive);
            var districts = String.join("、", manifest.districts());
            out.printf(
                    "已恢复 %s：%d 张表、%d 行，截至 %s，由 %s 版备份%n",
                    districts, manifest.tables().size(), manifest.rows(), manifest.madeAt(), manifest.program());
            out.printf(
                    "Restored %s: %d tables, %d rows, as of %s, backed up by version %s%n",
                    districts, manifest.tables().size(), manifest.rows(), manifest.madeAt(), manifest.program());
            out.println("推送（webhook）都已暂停，请核对后在“程序接入”里逐个恢复；所有人需要重新登录。");
            out.println(
                    "Webhooks are paused: look at them under Programs and let them go on. Everybody has to sign in again.");
            return 0;
        } catch (BackupRefused refused) {
            out.printf("%s%n%s%n", refused.reason().zh(), refused.reason().en());
        } catch (IOException | SQLException broken) {
            out.printf("没有恢复成，没有写入数据：%s%n", broken.getMessage());
            out.printf("Not restored, and no data was written: %s%n", broken.getMessage());
        }
        return Commands.FAILED;
    }
}
