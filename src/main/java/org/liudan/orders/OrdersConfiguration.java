package org.liudan.orders;

import java.time.Clock;
import org.liudan.people.Directories;
import org.liudan.people.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {

    @Bean
    OrderDesk orderDesk(
            OrderStore store,
            OrderIds ids,
            VisibleOrders visible,
            Post.Office post,
            Rulebook rulebook,
            Directories directories,
            Calendars calendars,
            Seals seals,
            Clock clock) {
        return new OrderDesk(store, ids, visible, post, rulebook, directories, calendars, seals, clock);
    }
}
