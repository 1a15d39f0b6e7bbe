package org.liudan.commands;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.liudan.database.StartupFailure;

class PortCheckTest {

    @Test
    void a_port_in_use_is_refused_with_what_to_do_in_both_languages() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> PortCheck.check(taken.getLocalPort(), null))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("端口 " + taken.getLocalPort() + " 已被占用")
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--server.port=");
        }
    }

    @Test
    void a_free_port_is_accepted() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatCode(() -> PortCheck.check(free, null)).doesNotThrowAnyException();
    }
}
