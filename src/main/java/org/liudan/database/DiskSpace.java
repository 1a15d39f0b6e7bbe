package org.liudan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether there is enough free space on the disk of the data folder. PostgreSQL stops completely on a full disk. Therefore
 * nothing is saved any more while there is still a little space, and reading continues.
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

    /** True if there is less free space than {@code liudan.room} megabytes. Checked once a second at most. */
    public boolean full() {
        if (System.nanoTime() - checkedAt >= CHECK_INTERVAL) {
            checkedAt = System.nanoTime();
            check();
        }
        return full;
    }

    private void check() {
        try {
            long free = Files.getFileStore(folder.path()).getUsableSpace();
            boolean isFull = free < minimum;
            if (isFull && !full) {
                LOG.error(
                        "磁盘只剩 {} MB，暂停保存 / Only {} MB are left on the disk; nothing is saved", free >> 20, free >> 20);
            } else if (full && !isFull) {
                LOG.warn("磁盘又有空间，恢复保存 / There is room on the disk again; saving goes on");
            }
            full = isFull;
        } catch (IOException unknown) {
            LOG.warn("The free space of the disk can't be read", unknown);
        }
    }
}
