package org.liudan.commands;

import org.liudan.demo.Demonstration;
import org.liudan.districts.DistrictLoader;
import org.liudan.geo.ShapeFiles;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.RulebookFiles;
import org.liudan.settings.CalendarFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prepares a database: loads the demonstration district if it is enabled, the holidays and the rulebook. */
@Component
public class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Directories directories;
    private final DistrictLoader loader;
    private final CalendarFiles calendar;
    private final RulebookFiles rulebook;
    private final ShapeFiles shapes;
    private final Demonstration demonstration;
    private final boolean demo;
    private final String demoPassword;

    Preparation(
            Directories directories,
            DistrictLoader loader,
            CalendarFiles calendar,
            RulebookFiles rulebook,
            ShapeFiles shapes,
            Demonstration demonstration,
            @Value("${liudan.demo:false}") boolean demo,
            @Value("${liudan.demo.password:}") String demoPassword) {
        this.directories = directories;
        this.loader = loader;
        this.calendar = calendar;
        this.rulebook = rulebook;
        this.shapes = shapes;
        this.demonstration = demonstration;
        this.demo = demo;
        this.demoPassword = demoPassword;
    }

    /** Prepares the database. Returns false if no district is loaded yet. */
    public boolean prepare() {
        if (directories.district() == 0 && demo) {
            loader.loadDemonstration(demoPassword);
            shapes.loadDemonstration();
        }
        if (directories.district() == 0) {
            LOG.warn("还没有加载辖区。请运行：load-district <文件夹> / No district is loaded yet. Run: load-district <folder>");
            return false;
        }
        calendar.load();
        rulebook.publish(directories.district());
        if (demo) {
            demonstration.loadOnce();
        }
        return true;
    }
}
