// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the name of a node from the address under which its callers know it. */
public final class PeerName {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[\\d.]+|::1|0\\.0\\.0\\.0");

  /**
   * The name that Kubernetes gives a service: name, namespace, svc and maybe the cluster domain.
   */
  private static final Pattern KUBERNETES =
      Pattern.compile("([^.]+)\\.[^.]+\\.svc(?:\\.cluster\\.local)?\\.?");

  private PeerName() {}

  /**
   * The node behind an address.
   *
   * @param peer host name or address, with or without port
   * @return the host without port, of a Kubernetes service name the service alone; empty for an
   *     empty or loopback address, which means something else to each caller
   */
  public static String nodeOf(String peer) {
    String host = unbracketed(HostName.withoutPort(peer));
    if (LOOPBACK.matcher(host).matches()) {
      return "";
    }
    Matcher service = KUBERNETES.matcher(host);
    return service.matches() ? service.group(1) : host;
  }

  private static String unbracketed(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return bracketed ? host.substring(1, host.length() - 1) : host;
  }
}
