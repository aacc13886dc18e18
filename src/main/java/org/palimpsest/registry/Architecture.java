package org.palimpsest.registry;

import java.util.List;

/**
 * A kind of network, as far as its checkpoints go. The registry knows named tensors only; names,
 * shapes and initial values come through here from whoever knows the network.
 */
public interface Architecture {
  /**
   * The tensors of a configuration, in the order in which they are stored.
   *
   * @throws ModelException if the configuration is not one of this network, or an impossible one
   */
  List<ExpectedTensor> tensors(Configuration configuration) throws ModelException;

  /**
   * Configurations that may be told by the shapes alone, because checkpoints of them were published
   * and nobody is known to use the same shapes with other head counts.
   */
  List<Configuration> published();
}
