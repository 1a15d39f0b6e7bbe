package org.liudan.faults;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A webhook: counts how often each event was told. */
record Listener(HttpServer server, Map<String, Integer> told) implements AutoCloseable {

    static Listener open() throws IOException {
        var told = new ConcurrentHashMap<String, Integer>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            told.merge(exchange.getRequestHeaders().getFirst("Liudan-Event"), 1, Integer::sum);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return new Listener(server, told);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/told";
    }

    long twice() {
        return told.values().stream().filter(times -> times > 1).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
