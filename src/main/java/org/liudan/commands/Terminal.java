package org.liudan.commands;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The output of commands: in the encoding of the terminal if that supports Chinese, otherwise in UTF-8. */
final class Terminal {

    private Terminal() {}

    static PrintStream out() {
        return stream(FileDescriptor.out);
    }

    static PrintStream err() {
        return stream(FileDescriptor.err);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset());
    }

    private static Charset charset() {
        var name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        var encoding = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return encoding.canEncode() && encoding.newEncoder().canEncode('单') ? encoding : StandardCharsets.UTF_8;
    }
}
