// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.regex.Pattern;

/** Hosts in addresses and URLs. */
public final class HostName {
  private static final Pattern IP = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

  private HostName() {}

  /** True for an IPv4 or IPv6 address: it names a place, which changes, and not a service. */
  public static boolean isIp(String host) {
    return IP.matcher(host).matches();
  }

  /**
   * The host of a URL, without user and port.
   *
   * @return the host, empty when the text has no {@code ://}
   */
  public static String ofUrl(String url) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int start = scheme + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(start, end);
    return withoutPort(authority.substring(authority.lastIndexOf('@') + 1));
  }

  /** An address without its port: {@code db:5432} is {@code db}. IPv6 addresses stay whole. */
  public static String withoutPort(String address) {
    int colon = address.lastIndexOf(':');
    boolean ported = colon >= 0 && (address.indexOf(':') == colon || address.contains("]:"));
    return ported ? address.substring(0, colon) : address;
  }
}
