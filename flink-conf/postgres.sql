-- The history of incidents, for the option postgres.url, of charges, for charges.postgres, and of quality, for
-- quality.postgres. Made once, by whoever may make tables; the jobs only write rows.
CREATE TABLE IF NOT EXISTS incident_revisions (
  id            text        NOT NULL,
  revision      integer     NOT NULL,
  status        text        NOT NULL,
  environment   text        NOT NULL,
  severity      text        NOT NULL,
  title         text        NOT NULL,
  first_suspect text,
  started_at    timestamptz NOT NULL,
  opened_at     timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  resolved_at   timestamptz,
  merged_into   text,
  incident      jsonb       NOT NULL, -- the whole record, as in the topic incidents
  PRIMARY KEY (id, revision)
);

CREATE INDEX IF NOT EXISTS incident_revisions_started_at ON incident_revisions (started_at);
CREATE INDEX IF NOT EXISTS incident_revisions_first_suspect ON incident_revisions (first_suspect, started_at);

-- Each incident as it is known now.
CREATE OR REPLACE VIEW incidents AS
SELECT DISTINCT ON (id) * FROM incident_revisions ORDER BY id, revision DESC;

-- How soon they are found and over, by first suspect and day on which they were over.
CREATE OR REPLACE VIEW incident_times AS
SELECT environment, first_suspect, (resolved_at AT TIME ZONE 'UTC')::date AS day,
  count(*) AS incidents, avg(opened_at - started_at) AS time_to_detect, avg(resolved_at - started_at) AS time_to_resolve
FROM incidents WHERE status = 'resolved' GROUP BY 1, 2, 3;

-- Rows of charges in the columns of FOCUS 1.2: only added, so that those of a charge sum to what it costs.
CREATE TABLE IF NOT EXISTS charges (
  row_id                             text        NOT NULL PRIMARY KEY,
  told_at                            timestamptz NOT NULL, -- event time at which it was written
  BilledCost                         numeric,
  BillingAccountId                   text,
  BillingAccountName                 text,
  BillingAccountType                 text,
  BillingCurrency                    text,
  BillingPeriodEnd                   timestamptz,
  BillingPeriodStart                 timestamptz,
  ChargeCategory                     text,
  ChargeClass                        text,
  ChargeDescription                  text,
  ChargeFrequency                    text,
  ChargePeriodEnd                    timestamptz,
  ChargePeriodStart                  timestamptz,
  ConsumedQuantity                   numeric,
  ConsumedUnit                       text,
  ContractedCost                     numeric,
  ContractedUnitPrice                numeric,
  EffectiveCost                      numeric,
  InvoiceIssuerName                  text,
  ListCost                           numeric,
  ListUnitPrice                      numeric,
  PricingCategory                    text,
  PricingCurrency                    text,
  PricingCurrencyContractedUnitPrice numeric,
  PricingCurrencyEffectiveCost       numeric,
  PricingCurrencyListUnitPrice       numeric,
  PricingQuantity                    numeric,
  PricingUnit                        text,
  ProviderName                       text,
  PublisherName                      text,
  RegionId                           text,
  RegionName                         text,
  ResourceId                         text,
  ResourceName                       text,
  ResourceType                       text,
  ServiceCategory                    text,
  ServiceName                        text,
  ServiceSubcategory                 text,
  SkuId                              text,
  SkuMeter                           text,
  SkuPriceDetails                    text,
  SkuPriceId                         text,
  SubAccountId                       text,
  SubAccountName                     text,
  SubAccountType                     text,
  Tags                               text,
  x_ResponseId                       text,
  x_Ledger                           text,
  x_KnownAt                          timestamptz
);

CREATE INDEX IF NOT EXISTS charges_charge_period_start ON charges (ChargePeriodStart, ProviderName);
CREATE INDEX IF NOT EXISTS charges_sub_account_id ON charges (SubAccountId, ChargePeriodStart);

-- What each tenant spent on a day under each value of each view, as it is known now.
CREATE TABLE IF NOT EXISTS cost_totals (
  view         text        NOT NULL,
  tenant       text        NOT NULL,
  value        text        NOT NULL,
  day          date        NOT NULL,
  as_known     numeric     NOT NULL,
  as_corrected numeric     NOT NULL,
  in_doubt     numeric, -- how much more it would be had the prices been right that waited
  charges      bigint      NOT NULL,
  requests     bigint      NOT NULL,
  quantities   jsonb       NOT NULL,
  revision     bigint      NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (view, tenant, value, day)
);
ALTER TABLE cost_totals ADD COLUMN IF NOT EXISTS in_doubt numeric; -- tables that were made before

-- What was used and spent in each hour, day and month under each value of each dimension, as it is known now.
CREATE TABLE IF NOT EXISTS cost_aggregates (
  "window"         text        NOT NULL,
  start_at         timestamptz NOT NULL,
  dimension        text        NOT NULL,
  value            text        NOT NULL,
  as_known         numeric     NOT NULL,
  as_corrected     numeric     NOT NULL,
  in_doubt         numeric,
  charges          bigint      NOT NULL, -- where it is 0, all were taken back
  requests         bigint      NOT NULL,
  input_tokens     bigint      NOT NULL,
  cached_tokens    bigint      NOT NULL,
  output_tokens    bigint      NOT NULL,
  compute_seconds  numeric     NOT NULL,
  cost_per_request numeric,
  cached_share     numeric,
  outcomes         jsonb, -- of {outcome, count, cost_each}
  revision         bigint      NOT NULL,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY ("window", start_at, dimension, value)
);
ALTER TABLE cost_aggregates ADD COLUMN IF NOT EXISTS in_doubt numeric;
ALTER TABLE cost_aggregates ADD COLUMN IF NOT EXISTS outcomes jsonb;

-- What each tenant is shown and charged in a month, as it is known now.
CREATE TABLE IF NOT EXISTS showback (
  start_at   timestamptz NOT NULL,
  tenant     text        NOT NULL,
  chargeback numeric     NOT NULL,
  shared     numeric     NOT NULL,
  idle       numeric     NOT NULL,
  showback   numeric     NOT NULL,
  revision   bigint      NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (start_at, tenant)
);

-- How good the answers of a window were, as is known now (docs/quality.md).
CREATE TABLE IF NOT EXISTS quality_rates (
  environment text             NOT NULL,
  service     text             NOT NULL,
  metric      text             NOT NULL,
  segment     text             NOT NULL,
  model       text             NOT NULL,
  start_at    timestamptz      NOT NULL,
  end_at      timestamptz      NOT NULL,
  revision    integer          NOT NULL,
  answers     bigint           NOT NULL,
  rated       bigint           NOT NULL,
  labelled    bigint           NOT NULL,
  good        bigint           NOT NULL,
  rate        double precision,
  lower       double precision,
  upper       double precision,
  coverage    double precision,
  estimate    double precision,
  agreement   jsonb            NOT NULL, -- how often judge and label agreed
  PRIMARY KEY (environment, service, metric, segment, model, start_at, end_at)
);

CREATE INDEX IF NOT EXISTS quality_rates_start_at ON quality_rates (start_at);

-- What came of the decisions of a window, as is known now.
CREATE TABLE IF NOT EXISTS decision_impact (
  environment  text             NOT NULL,
  agent        text             NOT NULL,
  action       text             NOT NULL,
  model        text             NOT NULL,
  segment      text             NOT NULL,
  role         text             NOT NULL,
  start_at     timestamptz      NOT NULL,
  end_at       timestamptz      NOT NULL,
  revision     integer          NOT NULL,
  decisions    bigint           NOT NULL,
  open         bigint           NOT NULL,
  joined       bigint           NOT NULL,
  missed       bigint           NOT NULL,
  late         bigint           NOT NULL,
  completeness double precision,
  wrong        bigint           NOT NULL,
  unpriced     bigint           NOT NULL,
  outcomes     jsonb            NOT NULL, -- means by measure and unit with intervals and uplifts
  costs        jsonb            NOT NULL, -- what wrong decisions lost, by unit
  PRIMARY KEY (environment, agent, action, model, segment, role, start_at, end_at)
);

CREATE INDEX IF NOT EXISTS decision_impact_start_at ON decision_impact (start_at);
