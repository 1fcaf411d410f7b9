// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Workload names out of Kubernetes pod names. Kubernetes draws suffixes from an alphabet without
 * vowels (k8s.io/apimachinery, util/rand), so that a word is never mistaken for one.
 */
public final class PodName {
  private static final String SUFFIX = "-[bcdfghjklmnpqrstvwxz2456789]{5}";

  /** The hash of a pod template is a 32-bit number in ten of these signs; tolerant of others. */
  private static final String TEMPLATE_HASH =
      "-(?:[bcdf456789]{6,10}|(?=[a-z]*[0-9])[a-z0-9]{8,10})";

  private static final Pattern OF_DEPLOYMENT =
      Pattern.compile("(.+?)" + TEMPLATE_HASH + "-[a-z0-9]{5}");
  private static final Pattern OF_REPLICA_SET = Pattern.compile("(.+?)" + TEMPLATE_HASH);
  private static final Pattern OF_STATEFUL_SET = Pattern.compile("(.+?)-[0-9]{1,4}");
  private static final Pattern OF_DAEMON_SET = Pattern.compile("(.+?)" + SUFFIX);

  private PodName() {}

  /**
   * The name of the workload that a pod belongs to: without the template hash and suffix of a
   * deployment, the ordinal of a stateful set, or the suffix of a daemon set.
   *
   * @param pod name of a pod
   * @return the workload, or the name itself when it ends in none of these
   */
  public static String workload(String pod) {
    for (Pattern form : new Pattern[] {OF_DEPLOYMENT, OF_STATEFUL_SET, OF_DAEMON_SET}) {
      Matcher matcher = form.matcher(pod);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return pod;
  }

  /** The name of the deployment that a replica set belongs to. */
  public static String deployment(String replicaSet) {
    Matcher matcher = OF_REPLICA_SET.matcher(replicaSet);
    return matcher.matches() ? matcher.group(1) : replicaSet;
  }
}
