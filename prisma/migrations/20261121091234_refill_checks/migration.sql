-- A comparison with an absent value is neither true nor false, and a check refuses only what is false.
ALTER TABLE key_credits
  DROP CONSTRAINT key_credits_refill,
  ADD CONSTRAINT key_credits_refill CHECK (
    CASE refill_every
      WHEN 'DAY' THEN refill_amount IS NOT NULL AND refill_amount > 0 AND refill_day IS NULL
      WHEN 'MONTH' THEN refill_amount IS NOT NULL AND refill_amount > 0
        AND refill_day IS NOT NULL AND refill_day BETWEEN 1 AND 31
      ELSE refill_every IS NULL AND refill_amount IS NULL AND refill_day IS NULL
    END);
