// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the symptoms tell of a cause that no change of one's own code explains: names that do not
 * resolve, certificates that have expired, providers and clouds that fail, a crowded host, more
 * users than there is room for, records that others have spoilt. By what systems of all makes write
 * into their logs then.
 */
final class BeyondCode {
  private static final List<Pattern> SAYINGS =
      List.of(
          Pattern.compile("no such host|servfail|enotfound|name resolution|server misbehaving"),
          Pattern.compile("certificate (has|is) (expired|not yet valid)|certificate expired"),
          Pattern.compile(
              "https?://[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(com|net|org|io|cloud)\\S*"
                  + " .*(5\\S\\S|<\\*>|deadline|timed? ?out|unavailable)"),
          Pattern.compile("serviceunavailable|slowdown|region=|availability zone"),
          Pattern.compile("throttling container|node .* (contended|pressure)|noisy|evict|steal"),
          Pattern.compile(
              "shedding load|server overloaded|too many requests|elevated request volume"),
          Pattern.compile(
              "out of range|malformed record|poison|corrupt(ed)? record|invalid record"));

  private BeyondCode() {}

  static boolean isToldBy(Collection<String> symptoms) {
    for (String symptom : symptoms) {
      String said = symptom.toLowerCase(Locale.ROOT);
      if (SAYINGS.stream().anyMatch(saying -> saying.matcher(said).find())) {
        return true;
      }
    }
    return false;
  }
}
