// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the name of a node from the address under which its callers know it. */
public final class PeerName {
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?");
  private static final Pattern WITH_PORT = Pattern.compile("([^:]+):\\d+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[\\d.]+|::1|0\\.0\\.0\\.0");
  private static final Pattern NUMERIC = Pattern.compile("[\\d.]+|.*:.*");

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
    String host = host(peer);
    if (LOOPBACK.matcher(host).matches()) {
      return "";
    }
    Matcher service = KUBERNETES.matcher(host);
    return service.matches() ? service.group(1) : host;
  }

  /** True for a numeric address, which may belong to another node tomorrow. */
  public static boolean isNumeric(String node) {
    return NUMERIC.matcher(node).matches();
  }

  private static String host(String peer) {
    Matcher bracketed = BRACKETED.matcher(peer);
    if (bracketed.matches()) {
      return bracketed.group(1);
    }
    Matcher ported = WITH_PORT.matcher(peer);
    return ported.matches() ? ported.group(1) : peer;
  }
}
