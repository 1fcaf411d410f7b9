// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdvisorTest {
  private static final long DAY = 86_400_000L;
  private static final Workload OPEN = new Workload("t", "chat", "public");

  private static Policy policy(String usdPerHour, Map<String, Boolean> quality) {
    return new Policy(
        new Hosting(
            new BigDecimal(usdPerHour),
            new BigDecimal("20000"),
            new BigDecimal("2500"),
            new BigDecimal("0.7"),
            1,
            BigDecimal.TEN),
        5,
        100,
        7,
        new BigDecimal("0.2"),
        2,
        Policy.USUAL_DRAWS,
        BigDecimal.ZERO,
        RiskWeights.USUAL,
        90,
        Map.of(
            "secret",
            new ClassRule("secret", true, Set.of(), 100),
            "national",
            new ClassRule("national", false, Set.of("eu-west-1"), 60)),
        quality,
        Map.of());
  }

  /** Weeks with a call each five minutes, at so much USD. */
  private static List<Demand> weeks(int count, String each) {
    List<Demand> weeks = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      Demand demand = new Demand(w * 7L * DAY, 7);
      for (long at = 0; at < 7 * DAY; at += Hosting.BIN_MS) {
        demand.add(
            w * 7L * DAY + at,
            new Bin(BigDecimal.valueOf(600_000), BigDecimal.valueOf(90_000), new BigDecimal(each)));
      }
      weeks.add(demand);
    }
    return weeks;
  }

  private static Advice advise(Policy policy, Workload workload, List<Demand> weeks) {
    return new Advisor(policy).advise(workload, weeks);
  }

  @Test
  void whatIsMuchDearerThanItsMachinesIsHosted() {
    Policy policy = policy("12", Map.of("chat", true));
    Advice advice = advise(policy, OPEN, weeks(2, "5"));
    assertEquals(Answer.SELF_HOST, advice.answer(), advice::toString);
    assertEquals(List.of("SAVES_ENOUGH"), advice.reasons());
    Advice.Numbers numbers = advice.numbers();
    assertNotNull(numbers);
    // one replica of 12 an hour against 60 an hour; 66 s of work in 300
    assertEquals(0, numbers.utilisation().compareTo(new BigDecimal("0.22")));
    assertEquals(0, numbers.breakEvenUtilisation().compareTo(new BigDecimal("0.044")));
    assertEquals(0, numbers.saves().compareTo(new BigDecimal("7994"))); // 168 * 48 - 70
    assertEquals("47.583333", advice.flips().get("usd_per_replica_hour")); // 48 - 70 / 168
    assertEquals(Answer.KEEP_API, advise(policy, OPEN, weeks(2, "0.9")).answer());
  }

  @Test
  void oneWindowChangesNothing() {
    Policy policy = policy("12", Map.of("chat", true));
    assertEquals(List.of("TOO_FEW_WINDOWS"), advise(policy, OPEN, weeks(1, "5")).reasons());
    List<Demand> weeks = new ArrayList<>(weeks(2, "0.9"));
    weeks.add(weeks(3, "5").get(2));
    Advice advice = advise(policy, OPEN, weeks);
    assertEquals(Answer.KEEP_API, advice.answer());
    assertTrue(advice.reasons().contains("HELD_UNTIL_WINDOWS_AGREE"), advice::toString);
  }

  @Test
  void whatIsForbiddenIsNotWeighed() {
    Policy policy = policy("12000", Map.of());
    Advice secret = advise(policy, new Workload("t", "chat", "secret"), weeks(1, "0.01"));
    assertEquals(Answer.SELF_HOST, secret.answer());
    assertEquals(List.of("API_FORBIDDEN"), secret.reasons());
    assertEquals(HardRule.NONE, HardRule.of(null, Set.of("x")));
    ClassRule national = policy.classes().get("national");
    assertEquals(HardRule.NONE, HardRule.of(national, Set.of("eu-west-1")));
    assertEquals(HardRule.REGION_UNKNOWN, HardRule.of(national, Set.of("eu-west-1", "")));
    assertEquals(HardRule.REGION_FORBIDDEN, HardRule.of(national, Set.of("", "us-east-1")));
  }

  @Test
  void withoutProofOfQualityNothingIsHosted() {
    Advice unknown = advise(policy("12", Map.of()), OPEN, weeks(2, "5"));
    assertEquals(Answer.INSUFFICIENT_EVIDENCE, unknown.answer());
    assertTrue(unknown.reasons().contains("QUALITY_UNKNOWN"));
    Advice worse = advise(policy("12", Map.of("chat", false)), OPEN, weeks(2, "5"));
    assertEquals(Answer.KEEP_API, worse.answer());
    assertTrue(worse.flips().containsKey("quality"));
  }

  @Test
  void aFewDaysAreNoEvidence() {
    Demand few = new Demand(0, 7);
    few.add(0, new Bin(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE));
    Advice advice = advise(policy("12", Map.of()), OPEN, List.of(few));
    assertEquals(Answer.INSUFFICIENT_EVIDENCE, advice.answer());
    assertEquals(List.of("TOO_FEW_DAYS", "TOO_FEW_REQUESTS"), advice.reasons());
  }
}
