package org.liudan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Region;

/** Chooses communities and points. Every community has orders; the community of the demonstration accounts has the most. */
final class Places {

    private final DemoShapes shapes;
    private final Region first;
    private final List<Region> communities;
    /** A community is listed once for each share, so that a random element has the right frequency. */
    private final List<String> weighted = new ArrayList<>();

    Places(Directory directory, DemoShapes shapes) {
        this.shapes = shapes;
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
                weighted.add(communities.get(i).code());
            }
        }
    }

    /** Returns the community with a number, so that each community is used; for higher numbers, a random one. */
    String community(int number, Random random) {
        return number < communities.size()
                ? communities.get(number).code()
                : weighted.get(random.nextInt(weighted.size()));
    }

    /** Returns the community of the demonstration accounts. */
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

    /** Returns a random point in a region, {@code longitude,latitude}. */
    String point(String region, Random random) {
        var shape = shapes.shapes().get(region);
        if (shape == null) {
            throw new IllegalStateException("No shape for region " + region);
        }
        var point = AreaPartition.randomPoint(shape, random);
        return String.format(Locale.ROOT, "%.6f,%.6f", point.x, point.y);
    }
}
