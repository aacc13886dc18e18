package org.palimpsest.ui.activity;

/** What a person can have done to a queue. Called on the FX thread; returns at once. */
public interface QueueControls {
  void pause();

  void resume();

  void cancel(long id);

  void cancelAll();

  void retry(long id);

  void retryFailed();

  void forgetFinished();
}
