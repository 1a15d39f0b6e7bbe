package org.liudan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether there is room on the disk of the data folder. A database that finds none stops altogether; so nothing is taken in any
 * more while there still is some, and everything goes on being read.
 */
@Component
public class DiskSpace {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final long CHECK_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final DataFolder folder;
    private final long minimum;
    private volatile long checkedAt = System.nanoTime() - CHECK_INTERVAL;
    private volatile boolean full;

    DiskSpace(DataFolder folder, @Value("${liudan.room:256}") long megabytes) {
        this.folder = folder;
        this.minimum = megabytes << 20;
    }

    /** True while there is less than there has to be. */
    public boolean full() {
        if (System.nanoTime() - checkedAt >= CHECK_INTERVAL) {
            checkedAt = System.nanoTime();
            check();
        }
        return full;
    }

    private void check() {
        try {
            long left = Files.getFileStore(folder.path()).getUsableSpace();
            boolean now = left < minimum;
            if (now && !full) {
                LOG.error(
                        "磁盘只剩 {} MB，暂停保存 / Only {} MB are left on the disk; nothing is saved", left >> 20, left >> 20);
            } else if (full && !now) {
                LOG.warn("磁盘又有空间，恢复保存 / There is room on the disk again; saving goes on");
            }
            full = now;
        } catch (IOException unknown) {
            LOG.warn("Nobody can say how much room is left on the disk", unknown);
        }
    }
}
