package org.liudan.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Records every statement that the program prepares. */
@TestConfiguration(proxyBeanMethods = false)
class StatementRecorder implements BeanPostProcessor {

    private final Set<String> statements = new ConcurrentSkipListSet<>();

    /** Returns the statements since the last call, and forgets them. */
    Set<String> drain() {
        var recorded = Set.copyOf(statements);
        statements.clear();
        return recorded;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new RecordingDataSource(source) : bean;
    }

    private final class RecordingDataSource extends DelegatingDataSource {

        private RecordingDataSource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.add((String) arguments[0]);
                        }
                        return call(connection, method, arguments);
                    });
        }

        private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
