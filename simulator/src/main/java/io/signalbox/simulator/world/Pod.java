// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** One running instance of a service; another one takes its place when a version is rolled out. */
public final class Pod implements Subject {
  /** Memory a container may use, bytes. */
  public static final long MEMORY_LIMIT = 512L << 20;

  private static final long NOTICED_AFTER = 5 * Origin.SECOND;
  private static final double PRESSURE = 0.85;

  private final Service service;
  private final Host host;
  private final int slot;
  private final Dice dice;
  private final long baseMemory;
  private final Tally tally = new Tally();
  private String name;
  private String version;
  private byte[] resource;
  private byte[] clusterView;
  private long startedAt;
  private long fellAt;
  private int restarts;
  private long leakFrom;
  private double leakPerSecond;

  Pod(Origin origin, Service service, Host host, int slot) {
    this.service = service;
    this.host = host;
    this.slot = slot;
    this.dice = Dice.of(origin.seed(), service.name(), "pod-" + slot);
    this.baseMemory = (120L + dice.below(80)) << 20;
    this.version = service.version();
    this.name = newName();
    this.resource = Resources.pod(this);
    this.clusterView = Resources.clusterView(this);
    this.startedAt = origin.startNs() - (600L + dice.below(86_400)) * Origin.SECOND;
  }

  /** Whose instance it is. */
  public Service service() {
    return service;
  }

  /** Which of the service's instances it is, from 0. */
  public int slot() {
    return slot;
  }

  /** The pod's name, and its {@code service.instance.id}. */
  public String name() {
    return name;
  }

  /** The version it runs. */
  public String version() {
    return version;
  }

  /** Availability zone it runs in. */
  public String zone() {
    return host.zone();
  }

  /** The machine it runs on. */
  public Host host() {
    return host;
  }

  @Override
  public String node() {
    return service.name();
  }

  @Override
  public byte[] resource() {
    return resource;
  }

  /** Encoded resource field of what the cluster says of it. */
  public byte[] clusterView() {
    return clusterView;
  }

  /** What it has counted since its container started. */
  public Tally tally() {
    return tally;
  }

  /** When its container started, epoch nanoseconds; in the future while it is down. */
  public long startedAt() {
    return startedAt;
  }

  /** How often its container was restarted. */
  public int restarts() {
    return restarts;
  }

  /** True when its container runs at that time. */
  public boolean isUp(long at) {
    return at >= startedAt;
  }

  /** True when its container fell so short a time ago that callers have not noticed yet. */
  public boolean justFell(long at) {
    return !isUp(at) && at - fellAt < NOTICED_AFTER;
  }

  /** Memory in use at that time, bytes, without noise. */
  public double memory(long at) {
    double leaked = leakPerSecond * Math.max(0, at - leakFrom) / Origin.SECOND;
    return Math.min(MEMORY_LIMIT, baseMemory + leaked);
  }

  /** True when so much memory is in use that collecting garbage slows everything. */
  public boolean isShortOfMemory(long at) {
    return memory(at) > PRESSURE * MEMORY_LIMIT;
  }

  /**
   * Another pod takes its place, with another name and this version.
   *
   * @param at when the other one runs; until then its place is empty
   */
  public void replace(String newVersion, long at) {
    version = newVersion;
    name = newName();
    resource = Resources.pod(this);
    clusterView = Resources.clusterView(this);
    restarts = 0;
    leakPerSecond = 0;
    start(at);
  }

  /** Its container falls, and a new one runs from {@code back} on; what was counted is lost. */
  public void restart(long at, long back) {
    fellAt = at;
    restarts++;
    leakPerSecond = 0;
    start(back);
  }

  /** From now on memory climbs so that the limit is reached at {@code full}. */
  public void leak(long from, long full) {
    leakFrom = from;
    leakPerSecond = (MEMORY_LIMIT - baseMemory) / ((full - from) / (double) Origin.SECOND);
  }

  private void start(long at) {
    startedAt = at;
    tally.clear();
  }

  private String newName() {
    String set = Long.toHexString(dice.any() | Long.MIN_VALUE).substring(0, 10);
    String own = Long.toString((dice.any() >>> 1) | (1L << 62), 36).substring(2, 7);
    return service.name() + "-" + set + "-" + own;
  }
}
