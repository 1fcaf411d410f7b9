// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import static io.signalbox.simulator.faults.Targets.database;
import static io.signalbox.simulator.faults.Targets.host;
import static io.signalbox.simulator.faults.Targets.only;
import static io.signalbox.simulator.faults.Targets.part;
import static io.signalbox.simulator.faults.Targets.peer;
import static io.signalbox.simulator.faults.Targets.service;

import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.World;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be ordered to go wrong; the classes of these names say how each unfolds. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
public enum FaultKind {
  /** See {@link BadDeploy}. */
  BAD_DEPLOY(
      "payment",
      "deploy-regression",
      "a new version fails most requests until it is rolled back",
      (window, target, world) -> new BadDeploy(window, service(target, world))),
  /** See {@link DependencyOutage}. */
  DEPENDENCY_OUTAGE(
      "shipping",
      "dependency-outage",
      "a service or database goes silent and its callers fail",
      Targets::outage),
  /** See {@link SlowEdge}. */
  SLOW_EDGE(
      "checkout/payment",
      "",
      "calls of one edge, CALLER/CALLEE, lose time on the way",
      Targets::slowEdge),
  /** See {@link MemoryLeak}. */
  MEMORY_LEAK(
      "catalogue",
      "leak-oom-restart",
      "memory climbs until containers are killed, again and again",
      (window, target, world) -> new MemoryLeak(window, service(target, world))),
  /** See {@link RetryStorm}. */
  RETRY_STORM(
      "catalogue",
      "retry-storm",
      "a slow service is called again by impatient callers",
      (window, target, world) -> new RetryStorm(window, service(target, world))),
  /** See {@link SlowNode}. */
  SLOW_NODE(
      "catalogue-db",
      "",
      "a service, database or partner answers later than usual, but in time",
      Targets::slow),
  /** See {@link ErrorBurst}. */
  ERROR_BURST(
      "cart",
      "",
      "a service fails some of its requests, though nothing was changed",
      (window, target, world) -> new ErrorBurst(window, service(target, world), world)),
  /** See {@link CpuSaturation}. */
  CPU_SATURATION(
      "recommendation",
      "",
      "a service uses up its processors and gets slow",
      (window, target, world) -> new CpuSaturation(window, service(target, world))),
  /** See {@link PeerRefusal}. */
  PEER_REFUSAL(
      "cart-cache",
      "",
      "a database or partner refuses most requests",
      (window, target, world) -> new PeerRefusal(window, peer(target, world))),
  /** See {@link HarmlessDeploy}. */
  HARMLESS_DEPLOY(
      "ad",
      "",
      "a new version is rolled out and nothing goes wrong",
      (window, target, world) -> new HarmlessDeploy(window, service(target, world))),
  /** See {@link ProviderLimit}. */
  PROVIDER_429(
      Shop.MODEL_PROVIDER,
      "",
      "the model provider refuses most calls with status 429",
      (window, target, world) ->
          new ProviderLimit(window, part(Shop.MODEL_PROVIDER, target, world))),
  /** See {@link RunawayAgent}. */
  RUNAWAY_AGENT(
      Shop.AGENT,
      "runaway-agent",
      "the agent loops and burns tokens",
      (window, target, world) -> new RunawayAgent(window, only(Shop.AGENT, target, world))),
  /** See {@link QualityDrop}. */
  QUALITY_DROP(
      Shop.ASSISTANT,
      "quality-drop",
      "a model switch makes answers worse while all else stays green",
      (window, target, world) ->
          new QualityDrop(window, only(Shop.ASSISTANT, target, world), Shop.MODEL)),
  /** See {@link MetastableOverload}. */
  METASTABLE_OVERLOAD(
      "catalogue",
      "metastable-overload",
      "a spike of load is over, but calls made again keep a service overloaded",
      (window, target, world) -> new MetastableOverload(window, service(target, world))),
  /** See {@link CascadingTimeouts}. */
  CASCADING_TIMEOUTS(
      "payment",
      "cascading-timeouts",
      "a service gets slower and slower until its callers, and theirs, time out",
      (window, target, world) -> new CascadingTimeouts(window, service(target, world))),
  /** See {@link CacheStampede}. */
  CACHE_STAMPEDE(
      "catalogue",
      "cache-stampede",
      "a cache starts empty and all requests fall upon the database",
      CacheStampede::make),
  /** See {@link CrashLoop}. */
  CRASH_LOOP(
      "cart",
      "crash-loop-after-deploy",
      "containers of a new version fall as soon as they start, again and again",
      (window, target, world) -> new CrashLoop(window, service(target, world))),
  /** See {@link ConfigPush}. */
  CONFIG_PUSH(
      "traffic-limits",
      "config-push",
      "a change of a shared configuration breaks all services that read it",
      ConfigPush::new),
  /** See {@link TelemetrySilence}. */
  TELEMETRY_SILENCE(
      "shipping",
      "telemetry-silence",
      "nothing is heard of a service that still answers",
      (window, target, world) -> new TelemetrySilence(window, service(target, world).name())),
  /** See {@link NoisyNeighbour}. */
  NOISY_NEIGHBOUR(
      "node-b1",
      "noisy-neighbour",
      "someone else takes the processors of a machine, and all on it get slow",
      (window, target, world) -> new NoisyNeighbour(window, host(target, world))),
  /** See {@link PoolExhaustion}. */
  POOL_EXHAUSTION(
      "payment",
      "pool-exhaustion",
      "connections are never given back until requests wait for one in vain",
      (window, target, world) -> new PoolExhaustion(window, service(target, world))),
  /** See {@link DiskFull}. */
  DISK_FULL(
      "node-c1",
      "disk-full",
      "the disk of a machine fills up, writes fail and pods are put off it",
      DiskFull::make),
  /** See {@link CertificateExpiry}. */
  CERTIFICATE_EXPIRY(
      "shipping",
      "certificate-expiry",
      "a certificate was not renewed and callers refuse to connect",
      (window, target, world) -> new CertificateExpiry(window, service(target, world))),
  /** See {@link DnsFailure}. */
  DNS_FAILURE(
      "catalogue",
      "dns-failure",
      "the name of a service has no address any more",
      (window, target, world) -> new DnsFailure(window, service(target, world))),
  /** See {@link ClockSkew}. */
  CLOCK_SKEW(
      "node-a1",
      "clock-skew",
      "the clock of a machine is suddenly slow",
      (window, target, world) -> new ClockSkew(window, host(target, world), world)),
  /** See {@link ZoneDegraded}. */
  ZONE_DEGRADED(
      "eu-central-1b",
      "gray-zone",
      "one zone loses packets, so that its instances are slow and fail",
      ZoneDegraded::new),
  /** See {@link BacklogSpiral}. */
  BACKLOG_SPIRAL(
      "email",
      "backlog-spiral",
      "a consumer falls behind, is thrown out of its group, and falls behind further",
      (window, target, world) -> new BacklogSpiral(window, only("email", target, world))),
  /** See {@link FailoverFlapping}. */
  FAILOVER_FLAPPING(
      "payment-db",
      "failover-flapping",
      "the members of a database cluster take the lead from each other",
      (window, target, world) -> new FailoverFlapping(window, database(target, world), world)),
  /** See {@link AutoscalerOscillation}. */
  AUTOSCALER_OSCILLATION(
      "currency",
      "autoscaler-oscillation",
      "a service is scaled down, gets slow, is scaled up, and down again",
      (window, target, world) -> new AutoscalerOscillation(window, service(target, world))),
  /** See {@link ProviderCascade}. */
  PROVIDER_CASCADE(
      Shop.MODEL_PROVIDER,
      "provider-cascade",
      "a model provider refuses calls, and the one fallen back to does so too",
      (window, target, world) ->
          new ProviderCascade(window, part(Shop.MODEL_PROVIDER, target, world))),
  /** See {@link RagDegradation}. */
  RAG_DEGRADATION(
      Shop.ASSISTANT,
      "rag-degradation",
      "an index was rebuilt wrongly and little is found in it",
      (window, target, world) -> new RagDegradation(window, only(Shop.ASSISTANT, target, world))),
  /** See {@link PromptInjection}. */
  PROMPT_INJECTION(
      Shop.ASSISTANT,
      "prompt-injection",
      "one tenant talks the assistant into tools and secrets it must not touch",
      (window, target, world) -> new PromptInjection(window, only(Shop.ASSISTANT, target, world)));

  private final String usualTarget;
  private final String pattern;
  private final String summary;
  private final Maker maker;

  FaultKind(String usualTarget, String pattern, String summary, Maker maker) {
    this.usualTarget = usualTarget;
    this.pattern = pattern;
    this.summary = summary;
    this.maker = maker;
  }

  /** The name it is ordered by, such as {@code bad-deploy}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it hits when the order does not say. */
  public String usualTarget() {
    return usualTarget;
  }

  /** Id of the failure pattern that tells its story; empty when none does. */
  public String pattern() {
    return pattern;
  }

  /** What happens, in one line. */
  public String summary() {
    return summary;
  }

  /** True when its story cannot be told without vital signs. */
  public boolean needsVitals() {
    return compareTo(QUALITY_DROP) > 0;
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException naming all kinds when there is none
   */
  public static FaultKind of(String label) {
    for (FaultKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no fault '" + label + "'; choose one of " + all());
  }

  private static String all() {
    return Arrays.stream(values()).map(FaultKind::label).collect(Collectors.joining(", "));
  }

  Fault make(Window window, String target, World world) {
    return maker.make(window, target, world);
  }
}
