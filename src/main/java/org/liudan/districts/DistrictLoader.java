package org.liudan.districts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVRecord;
import org.liudan.identity.PasswordRules;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.CsvFile;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Loads a district from a folder of CSV files. If there are faults, it lists all of them and loads nothing. */
@Component
public class DistrictLoader {

    private static final String DISTRICT = """
            insert into district (district_id, name_zh, name_en, loaded_at)
            values (:district, :zh, :en, :now)
            on conflict (district_id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en
            """;
    private static final String SETTING = """
            insert into setting (district_id, name, value, changed_at)
            values (:district, :name, :value, :now)
            on conflict do nothing
            """;
    private static final String REGION = """
            insert into region (district_id, code, name, level, parent)
            values (:district, :code, :name, :level, nullif(:parent, ''))
            on conflict (district_id, code) do update
            set name = excluded.name, level = excluded.level, parent = excluded.parent, ended_on = null
            """;
    private static final String UNIT = """
            insert into unit (district_id, code, name_zh, name_en, kind, parent, region)
            values (:district, :code, :zh, :en, :kind, nullif(:parent, ''), nullif(:region, ''))
            on conflict (district_id, code) do update
            set name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
                parent = excluded.parent, region = excluded.region, ended_on = null
            """;
    private static final String ATTACHMENT = """
            insert into leader_attachment (district_id, leader, unit)
            values (:district, :leader, :unit)
            on conflict (district_id, unit) do update set leader = excluded.leader
            """;
    private static final String DUTY = """
            insert into duty (district_id, category, unit)
            values (:district, :category, :unit)
            on conflict (district_id, category) do update set unit = excluded.unit
            """;
    private static final String PERSON = """
            insert into person (district_id, account, name, password, password_set_at, must_change)
            values (:district, :account, :name, :password, :now, :mustChange)
            on conflict (district_id, account) do update set name = excluded.name
            """;
    private static final String POST = """
            insert into person_post (district_id, account, unit, post)
            values (:district, :account, :unit, :post)
            on conflict do nothing
            """;

    /** The files can't be loaded; the message lists every fault. */
    public static class FaultyFiles extends RuntimeException {
        FaultyFiles(List<String> faults) {
            super(faults.size() + " 处错误 / faults:\n" + String.join("\n", faults));
        }
    }

    private final NamedParameterJdbcOperations jdbc;
    private final TransactionOperations transaction;
    private final Directories directories;
    private final Clock clock;

    DistrictLoader(
            NamedParameterJdbcOperations jdbc,
            TransactionOperations transaction,
            Directories directories,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directories = directories;
        this.clock = clock;
    }

    /** Loads the demonstration district, where everyone has this password. */
    public void loadDemonstration(String password) {
        var hash = PasswordRules.hash(password);
        load(
                DistrictFiles.read(name -> CsvFile.ofClasspath("districts/hongjiang/" + name)),
                new LinkedHashMap<>(),
                () -> hash,
                false);
    }

    /**
     * Loads a district. New people get a one-time password.
     *
     * @return the one-time passwords by account
     * @throws FaultyFiles if anything is wrong; then nothing is loaded
     */
    public Map<String, String> load(Path folder) {
        var missing = DistrictFiles.NAMES.stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .map(name -> folder.resolve(name) + ": 没有这个文件 / is missing")
                .toList();
        if (!missing.isEmpty()) {
            throw new FaultyFiles(missing);
        }
        var passwords = new LinkedHashMap<String, String>();
        load(DistrictFiles.read(name -> CsvFile.of(folder.resolve(name))), passwords, PasswordRules::oneTime, true);
        return passwords;
    }

    private void load(DistrictFiles files, Map<String, String> passwords, Supplier<String> password, boolean oneTime) {
        var faults = files.faults();
        if (!faults.isEmpty()) {
            throw new FaultyFiles(faults);
        }
        var district = files.district().rows().get(0);
        int id = Integer.parseInt(district.get("code"));
        transaction.executeWithoutResult(status -> {
            jdbc.update(DISTRICT, parameters(id, district));
            for (var name : List.of("zone", "hours")) {
                jdbc.update(SETTING, parameters(id, Map.of("name", name, "value", district.get(name))));
            }
            write(REGION, id, files.regions());
            write(UNIT, id, files.units());
            write(ATTACHMENT, id, files.attachments());
            write(DUTY, id, files.duties());
            files.people().rows().forEach(row -> person(id, row, passwords, password, oneTime));
            write(POST, id, files.people());
        });
        directories.reload();
    }

    private void person(
            int district, CSVRecord row, Map<String, String> passwords, Supplier<String> password, boolean oneTime) {
        var existing = jdbc.queryForObject(
                "select count(*) from person where district_id = :district and account = :account",
                parameters(district, row),
                Integer.class);
        var parameters = parameters(district, row);
        var newPassword = existing != null && existing > 0 ? "" : password.get();
        parameters.put("password", oneTime && !newPassword.isEmpty() ? PasswordRules.hash(newPassword) : newPassword);
        parameters.put("mustChange", oneTime);
        jdbc.update(PERSON, parameters);
        if (oneTime && !newPassword.isEmpty()) {
            passwords.put(row.get("account"), newPassword);
        }
    }

    private void write(String sql, int district, CsvFile file) {
        jdbc.batchUpdate(
                sql,
                file.rows().stream()
                        .map(row -> new MapSqlParameterSource(parameters(district, row)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private Map<String, Object> parameters(int district, CSVRecord row) {
        return parameters(district, row.toMap());
    }

    private Map<String, Object> parameters(int district, Map<String, String> values) {
        var parameters = new LinkedHashMap<String, Object>(values);
        parameters.put("district", district);
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return parameters;
    }
}
