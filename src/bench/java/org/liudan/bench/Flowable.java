package org.liudan.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.liudan.testing.Clients;
import org.liudan.testing.Lifecycles;

/**
 * The same life in Flowable, embedded: a process of six user tasks with a timer at the fifth, on the same server in a
 * schema of its own, with a pool of connections as large as ours and ids that need no database. Everything else is as it
 * comes, which means history at the level {@code audit}; the asynchronous executor runs, as timers need it.
 */
final class Flowable implements AutoCloseable {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"
                xmlns:flowable="http://flowable.org/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <process id="appeal">
                <startEvent id="raised"/>
                <userTask id="report" flowable:candidateGroups="clerk"/>
                <userTask id="sign" flowable:candidateGroups="dispatcher"/>
                <userTask id="dispatch" flowable:candidateGroups="dispatcher"/>
                <userTask id="accept" flowable:candidateGroups="handler"/>
                <userTask id="finish" flowable:candidateGroups="handler"/>
                <userTask id="rate" flowable:candidateGroups="resident"/>
                <endEvent id="rated"/>
                <boundaryEvent id="due" attachedToRef="finish" cancelActivity="false">
                  <timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <endEvent id="overdue"/>
                <sequenceFlow id="f0" sourceRef="raised" targetRef="report"/>
                <sequenceFlow id="f1" sourceRef="report" targetRef="sign"/>
                <sequenceFlow id="f2" sourceRef="sign" targetRef="dispatch"/>
                <sequenceFlow id="f3" sourceRef="dispatch" targetRef="accept"/>
                <sequenceFlow id="f4" sourceRef="accept" targetRef="finish"/>
                <sequenceFlow id="f5" sourceRef="finish" targetRef="rate"/>
                <sequenceFlow id="f6" sourceRef="rate" targetRef="rated"/>
                <sequenceFlow id="f7" sourceRef="due" targetRef="overdue"/>
              </process>
            </definitions>
            """;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private Flowable(HikariDataSource pool, ProcessEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    /** Begins on the server that a pool of ours leads to. */
    static Flowable beside(HikariDataSource ours) throws Exception {
        try (var connection = ours.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists flowable");
        }
        var config = new HikariConfig();
        config.setJdbcUrl(ours.getJdbcUrl());
        config.setUsername(ours.getUsername());
        config.setPassword(ours.getPassword());
        config.setDataSourceProperties(ours.getDataSourceProperties());
        config.setConnectionInitSql("set search_path to flowable");
        config.setMaximumPoolSize(ours.getMaximumPoolSize());
        var pool = new HikariDataSource(config);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchema("flowable");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(true);
        // numbers from the database need a second connection while the first is held: with more clients than
        // connections
        // all would wait for each other
        configuration.setIdGenerator(new StrongUuidGenerator());
        var engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("appeal.bpmn20.xml", PROCESS)
                .deploy();
        return new Flowable(pool, engine);
    }

    double perSecond(int clients, int seconds) throws Exception {
        return Clients.perSecond(clients, seconds, client -> this::live);
    }

    private void live() {
        var process = engine.getRuntimeService()
                .startProcessInstanceByKey("appeal", Lifecycles.RAISE.answers())
                .getId();
        var tasks = engine.getTaskService();
        for (var attempt : Lifecycles.THEN) {
            var task = tasks.createTaskQuery().processInstanceId(process).singleResult();
            if (!task.getTaskDefinitionKey().equals(attempt.action())) {
                throw new IllegalStateException(attempt.action() + " was to be done, not " + task);
            }
            tasks.complete(task.getId(), Map.copyOf(attempt.answers()));
        }
    }

    /** What it runs with, for the table. */
    String version() {
        return String.join(
                " ",
                List.of(
                        "Flowable",
                        ProcessEngine.VERSION,
                        "history",
                        historyLevel().toString()));
    }

    private Object historyLevel() {
        return ((StandaloneProcessEngineConfiguration) engine.getProcessEngineConfiguration()).getHistoryLevel();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
