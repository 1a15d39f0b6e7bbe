package org.liudan.map;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.organisation.Directories;
import org.liudan.registers.Subjects;
import org.liudan.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** The layers that a viewer may see on the map. */
@Component
class Layers {

    private final OrderLists orders;
    private final Subjects subjects;
    private final Rulebook rulebook;
    private final Directories directories;

    Layers(OrderLists orders, Subjects subjects, Rulebook rulebook, Directories directories) {
        this.orders = orders;
        this.subjects = subjects;
        this.rulebook = rulebook;
        this.directories = directories;
    }

    /** Returns the registers whose subjects have a place; confidential registers are left out. */
    List<Method> registers() {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> !register.confidential())
                .filter(register -> register.fields().containsKey("point")
                        || register.fields().containsKey("region"))
                .toList();
    }

    /** Returns the methods whose orders can be on the map. */
    List<Method> methods() {
        return rulebook.inForce(directories.district()).stream()
                .filter(method -> method.register().isEmpty() && !method.confidential())
                .toList();
    }

    /** Returns the layers that a filter requests. */
    List<Layer> requested(MapFilter filter, Viewer viewer) {
        var layers = new ArrayList<Layer>();
        if (filter.shows(MapFilter.ORDERS)) {
            layers.add(orders(filter.orders(directories.current()), filter.region(), viewer));
        }
        registers().stream()
                .filter(register -> filter.shows(register.id()))
                .map(register -> subjects(filter, register, viewer))
                .forEach(layers::add);
        return layers;
    }

    /** Returns the orders raised from one day to another, {@code yyyy-mm-dd}, open or closed. */
    Layer raised(MapFilter filter, String from, String to, Viewer viewer) {
        var orders = filter.with("state", MapFilter.ANY).with("light", "").orders(directories.current());
        return orders(orders.with("from", from).with("to", to), filter.region(), viewer);
    }

    /** The filter of orders knows streets and communities; grids are added here. */
    private Layer orders(OrderFilter filter, String region, Viewer viewer) {
        var query = orders.query(filter, viewer);
        var directory = directories.current();
        return directory.regionAt(region, "grid").isEmpty()
                ? Layer.ofOrders(query.where(), query::bind)
                : Layer.ofOrders(
                        query.where() + " and o.region in (:grid)",
                        statement -> query.bind(statement).param("grid", directory.allWithin(region)));
    }

    private Layer subjects(MapFilter filter, Method register, Viewer viewer) {
        var query = subjects.query(filter.subjects(register), register, viewer);
        var layer = Layer.ofSubjects(register.id(), query.where(), query::bind);
        return filter.get("light").equals("green") ? layer.green() : layer;
    }
}
