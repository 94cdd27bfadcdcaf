package org.caravanserai.platform.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connections to network addresses that were found good, past any proxy, with the name that was asked for on the certificate. */
class Wires {

    private final SSLSocketFactory encryption;

    Wires() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Wires(SSLSocketFactory encryption) {
        this.encryption = encryption;
    }

    /** A plain connection. */
    Socket connect(InetAddress network, int port, Duration time) throws IOException {
        var socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setSoTimeout(Math.toIntExact(time.toMillis()));
            socket.connect(new InetSocketAddress(network, port), Math.toIntExact(time.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Encryption over a connection, with whoever proves to be the host. */
    Socket encrypt(Socket socket, OutsideAddress address) throws IOException {
        var encrypted = (SSLSocket) encryption.createSocket(socket, address.name(), address.port(), true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }
}
