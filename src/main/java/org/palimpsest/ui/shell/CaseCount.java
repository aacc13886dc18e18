package org.palimpsest.ui.shell;

import java.util.function.IntConsumer;
import org.palimpsest.casework.store.CaseChange;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseListener;
import org.palimpsest.ui.fx.Background;

/** Whether there is anything in a case, looked at again when something came in or was withdrawn. */
final class CaseCount implements CaseListener {
  private final CaseFile file;
  private final Background background;
  private final IntConsumer counted;

  CaseCount(CaseFile file, Background background, IntConsumer counted) {
    this.file = file;
    this.background = background;
    this.counted = counted;
  }

  @Override
  public void changed(CaseChange change) {
    if (change.kinds().contains(CaseChange.Kind.EXHIBITS_ADDED)) {
      look();
    }
  }

  void look() {
    background.run(() -> file.exhibits().rows().size(), counted::accept);
  }
}
