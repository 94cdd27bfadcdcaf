package org.caravanserai.platform.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names lead. It is asked once per request, and what it answers is what is connected to. */
@FunctionalInterface
interface Names {

    Names OF_THE_SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    List<InetAddress> addressesOf(String name) throws UnknownHostException;
}
