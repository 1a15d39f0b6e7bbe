package org.liudan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liudan.calendar.Holidays;

class SampleMessagesTest {

    @TempDir
    Path folder;

    @Test
    void dates_are_parsed_in_both_formats_and_without_a_time() throws IOException {
        Files.writeString(folder.resolve("fj4_replies.csv"), """
                time,topic,detail,reply,reply_time
                2019/8/19 9:00:00,路灯不亮,楼下的路灯坏了三个晚上了,已经安排人把路灯修好了。,2019/8/19 11:30:00
                2019-08-19 09:00:00,公交改线,希望公交车能多停一个站台,经研究这条线路暂不调整。,2019-08-20 10:00:00
                2019/8/19 9:00:00,小学学位,附近小学的学位是不是够用,明年新学校就建成招生了。,2019/8/21
                """);
        var messages = SampleMessages.from(folder, Holidays.published());
        assertThat(messages.real()).isTrue();
        assertThat(messages.all())
                .extracting(message -> message.workingTime().orElseThrow())
                .containsExactly(Duration.ofMinutes(150), Duration.ofMinutes(450), Duration.ofMinutes(960));
        assertThat(messages.all())
                .extracting(SampleMessage::category)
                .containsExactly("infrastructure.streetlight", "livelihood.public-transport", "livelihood.education");
    }

    @Test
    void without_real_messages_the_messages_of_the_product_are_used() {
        var messages = SampleMessages.from(folder, Holidays.published());
        assertThat(messages.real()).isFalse();
        assertThat(messages.all()).hasSizeGreaterThanOrEqualTo(200).allSatisfy(message -> {
            assertThat(message.result()).isNotEmpty();
            assertThat(message.answer()).isPresent();
        });
    }
}
