package org.palimpsest.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetTest {
  @Test
  void makesAClaimWaitUntilItFits() throws Exception {
    Budget budget = new Budget(10);
    budget.claim(7);
    try (BackgroundPool pool = new BackgroundPool("test", 1)) {
      Future<?> claim =
          pool.submit(
              () -> {
                budget.claim(4);
                return null;
              });
      Thread.sleep(50);
      assertThat(claim.isDone()).isFalse();
      budget.release(7);
      claim.get(5, TimeUnit.SECONDS);
    }
    assertThat(budget.held()).isEqualTo(4);
  }

  @Test
  void letsAClaimLargerThanItselfPassAlone() {
    Budget budget = new Budget(10);
    budget.claim(1000);
    assertThat(budget.held()).isEqualTo(1000);
  }

  @Test
  void refusesToTakeBackMoreThanItGave() {
    Budget budget = new Budget(10);
    budget.claim(1);
    assertThatThrownBy(() -> budget.release(2)).isInstanceOf(IllegalStateException.class);
  }
}
