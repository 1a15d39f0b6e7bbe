package org.liudan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Region;

/** Where things happen: every community has its share, the one of the demonstration accounts the largest. */
final class Places {

    private final DemoGround ground;
    private final Region first;
    private final List<Region> communities;
    private final List<String> drawn = new ArrayList<>();

    Places(Directory directory, DemoGround ground) {
        this.ground = ground;
        this.communities = directory.streets().stream()
                .flatMap(street -> directory.within(street.code()).stream())
                .toList();
        if (communities.isEmpty()) {
            throw new IllegalStateException("A district without communities can't be demonstrated");
        }
        this.first = communities.get(0);
        for (int i = 0; i < communities.size(); i++) {
            int share = i == 0 ? 14 : 2 + Math.floorMod(i * 7, 5);
            for (int n = 0; n < share; n++) {
                drawn.add(communities.get(i).code());
            }
        }
    }

    /** The community of number n, so that each comes up; then by lot. */
    String community(int number, Random lots) {
        return number < communities.size() ? communities.get(number).code() : drawn.get(lots.nextInt(drawn.size()));
    }

    /** The community that the demonstration accounts belong to. */
    String first() {
        return first.code();
    }

    String streetOf(String community) {
        return communities.stream()
                .filter(region -> region.code().equals(community))
                .map(Region::parent)
                .findFirst()
                .orElseThrow();
    }

    /** Somewhere in a region, as longitude and latitude. */
    String point(String region, Random lots) {
        var shape = ground.shapes().get(region);
        if (shape == null) {
            throw new IllegalStateException("Nobody knows where " + region + " lies");
        }
        var point = Cutting.within(shape, lots);
        return String.format(Locale.ROOT, "%.6f,%.6f", point.x, point.y);
    }
}
