package org.palimpsest.vision.maskclip;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.vision.maskclip.Parameter.Initial;

/** Names, shapes and initial values of all parameters of a configuration. */
public final class MaskClipParameters {
  /** Deviation of CLIP's normalization, in which the stem's filters are expressed. */
  private static final float[] DEVIATION = {0.26862954f, 0.26130258f, 0.27577711f};

  private final MaskClipConfig config;
  private final List<Parameter> list = new ArrayList<>();

  private MaskClipParameters(MaskClipConfig config) {
    this.config = config;
  }

  /** In a fixed order. */
  public static List<Parameter> of(MaskClipConfig config) {
    MaskClipParameters parameters = new MaskClipParameters(config);
    parameters.clipText();
    parameters.clipVision();
    parameters.mae();
    parameters.fusion();
    parameters.decoder();
    parameters.heads();
    parameters.stem();
    return List.copyOf(parameters.list);
  }

  private void clipText() {
    var text = config.clipText();
    normal("clip.positional_embedding", 0.01, text.contextLength(), text.width());
    normal("clip.text_projection", 1 / Math.sqrt(text.width()), text.width(), text.embedDim());
    add("clip.logit_scale", new Initial.Constant((float) Math.log(1 / 0.07)));
    normal("clip.token_embedding.weight", 0.02, text.vocabulary(), text.width());
    clipBlocks("clip.transformer", text.layers(), text.width());
    norm("clip.ln_final", text.width());
  }

  private void clipVision() {
    var vision = config.clipVision();
    int width = vision.width();
    double scale = 1 / Math.sqrt(width);
    int grid = vision.grid();
    normal("clip.visual.class_embedding", scale, width);
    normal("clip.visual.positional_embedding", scale, (long) grid * grid + 1, width);
    normal("clip.visual.proj", scale, width, config.clipText().embedDim());
    double bound = 1 / Math.sqrt(3.0 * vision.patch() * vision.patch());
    uniform("clip.visual.conv1.weight", bound, width, 3, vision.patch(), vision.patch());
    norm("clip.visual.ln_pre", width);
    norm("clip.visual.ln_post", width);
    clipBlocks("clip.visual.transformer", vision.layers(), width);
  }

  private void clipBlocks(String tower, int layers, int width) {
    double residual = Math.pow(width, -0.5) * Math.pow(2.0 * layers, -0.5);
    for (int i = 0; i < layers; i++) {
      String block = tower + ".resblocks." + i;
      normal(block + ".attn.in_proj_weight", Math.pow(width, -0.5), 3L * width, width);
      zeros(block + ".attn.in_proj_bias", 3L * width);
      normal(block + ".attn.out_proj.weight", residual, width, width);
      zeros(block + ".attn.out_proj.bias", width);
      norm(block + ".ln_1", width);
      norm(block + ".ln_2", width);
      normal(block + ".mlp.c_fc.weight", Math.pow(2.0 * width, -0.5), 4L * width, width);
      zeros(block + ".mlp.c_fc.bias", 4L * width);
      normal(block + ".mlp.c_proj.weight", residual, width, 4L * width);
      zeros(block + ".mlp.c_proj.bias", width);
    }
  }

  private void mae() {
    var mae = config.mae();
    String vit = "aggregator.vit_model";
    int dim = mae.dim();
    normal(vit + ".pos_embed", 0.02, 1, (long) mae.positionGrid() * mae.positionGrid() + 1, dim);
    convolution(vit + ".patch_embed.proj", dim, 3, mae.patch());
    int headWidth = dim / mae.heads();
    for (int i = 0; i < mae.depth(); i++) {
      String block = vit + ".blocks." + i;
      int side = mae.windowBlocks().contains(i) ? mae.window() : config.grid();
      norm(block + ".norm1", dim);
      zeros(block + ".attn.rel_pos_h", 2L * side - 1, headWidth);
      zeros(block + ".attn.rel_pos_w", 2L * side - 1, headWidth);
      vitLinear(block + ".attn.qkv", 3L * dim, dim);
      vitLinear(block + ".attn.proj", dim, dim);
      norm(block + ".norm2", dim);
      vitLinear(block + ".mlp.fc1", (long) mae.mlpRatio() * dim, dim);
      vitLinear(block + ".mlp.fc2", dim, (long) mae.mlpRatio() * dim);
    }
  }

  private void fusion() {
    linear("aggregator.text_projection", config.decoder().dim(), config.clipText().embedDim());
    int dim = config.mae().dim();
    for (int block : config.fusedBlocks()) {
      String layer = "aggregator.fusion_layers.layer_" + block;
      convolution(layer + ".channel_adjust.0", dim, config.clipVision().width(), 1);
      norm(layer + ".channel_adjust.1", dim);
      linear(layer + ".query_proj", dim, dim);
      linear(layer + ".key_proj", dim, dim);
      linear(layer + ".value_proj", dim, dim);
      linear(layer + ".output_proj.0", dim, dim);
      norm(layer + ".output_proj.1", dim);
    }
  }

  private void decoder() {
    String name = "aggregator.mask_decoder";
    int dim = config.decoder().dim();
    int in = config.mae().dim();
    linear(name + ".to_q", dim, dim);
    linear(name + ".to_kv", 2L * dim, dim);
    linear(name + ".proj", dim, dim);
    deconvolution(name + ".stages.0.0", in, in / 2);
    norm(name + ".stages.0.1", in / 2);
    deconvolution(name + ".stages.0.3", in / 2, in / 4);
    deconvolution(name + ".stages.1.0", in, in / 2);
    int[] firsts = {4, 1, 0, 1};
    int[] channels = {in / 4, in / 2, in, in};
    for (int stage = 0; stage < 4; stage++) {
      String prefix = name + ".stages." + stage + ".";
      convolution(prefix + firsts[stage], dim, channels[stage], 1);
      norm(prefix + (firsts[stage] + 1), dim);
      convolution(prefix + (firsts[stage] + 2), dim, dim, 3);
      norm(prefix + (firsts[stage] + 3), dim);
    }
    convolution(name + ".linear_fuse", dim, 4 * dim, 1);
    norm(name + ".norm", dim);
    convolution(name + ".predict", 1, dim, 1);
  }

  private void heads() {
    int width = config.clipVision().width();
    String attention = "cls_aggregator.layers.0.multihead_attn";
    uniform(attention + ".in_proj_weight", Math.sqrt(6.0 / (4.0 * width)), 3L * width, width);
    zeros(attention + ".in_proj_bias", 3L * width);
    uniform(attention + ".out_proj.weight", 1 / Math.sqrt(width), width, width);
    zeros(attention + ".out_proj.bias", width);
    norm("cls_aggregator.layers.0.layer_norm", width);
    uniform(
        "cls_aggregator.projector.0.weight",
        1 / Math.sqrt(width),
        config.clipText().embedDim(),
        width);
    var text = config.clipText();
    normal("prompt_learner.ctx_pos", 0.02, 1, text.contextVectors(), text.width());
    normal("prompt_learner.ctx_neg", 0.02, 1, text.contextVectors(), text.width());
  }

  private void stem() {
    MaskClipConfig.Stem stem = config.stem();
    if (stem == null) {
      return;
    }
    int kernel = stem.kernel();
    float[] filters = ResidualStem.initialFilters(stem, DEVIATION);
    add("stem.filters", new Initial.Given(filters), stem.filters(), 3, kernel, kernel);
    if (stem.blocks()) {
      list.addAll(BlockStatistics.parameters("stem.blocks", DEVIATION));
      list.addAll(GridWaves.parameters("stem.waves", DEVIATION));
    }
    int energies = ResidualStem.channels(stem);
    int perToken = config.mae().patch() / stem.cell();
    linear("clip.visual.stem_embed", config.clipVision().width(), energies);
    linear("aggregator.vit_model.stem_embed", config.mae().dim(), energies * perToken * perToken);
  }

  /** PyTorch's default for Linear: uniform in ±1/√fan-in, bias too. */
  private void linear(String name, long out, long in) {
    uniform(name + ".weight", 1 / Math.sqrt(in), out, in);
    uniform(name + ".bias", 1 / Math.sqrt(in), out);
  }

  private void vitLinear(String name, long out, long in) {
    normal(name + ".weight", 0.02, out, in);
    zeros(name + ".bias", out);
  }

  private void convolution(String name, long out, long in, long kernel) {
    double bound = 1 / Math.sqrt((double) in * kernel * kernel);
    uniform(name + ".weight", bound, out, in, kernel, kernel);
    uniform(name + ".bias", bound, out);
  }

  /** Transposed convolutions take the fan of their output channels, as PyTorch computes it. */
  private void deconvolution(String name, long in, long out) {
    double bound = 1 / Math.sqrt(out * 4.0);
    uniform(name + ".weight", bound, in, out, 2, 2);
    uniform(name + ".bias", bound, out);
  }

  private void norm(String name, long size) {
    add(name + ".weight", new Initial.Constant(1), size);
    zeros(name + ".bias", size);
  }

  private void zeros(String name, long... shape) {
    add(name, new Initial.Constant(0), shape);
  }

  private void normal(String name, double deviation, long... shape) {
    add(name, new Initial.Normal(deviation), shape);
  }

  private void uniform(String name, double bound, long... shape) {
    add(name, new Initial.Uniform(bound), shape);
  }

  private void add(String name, Initial initial, long... shape) {
    list.add(new Parameter(name, shape, initial));
  }
}
