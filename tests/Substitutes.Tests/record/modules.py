"""Records what PyTorch 1.13 gives for modules, initialisers, optimisers and schedulers; run: python3 modules.py > modules.json"""
import json
import torch
from torch import nn, optim

torch.set_num_threads(1)
out = {}


def put(name, tensor):
    tensor = tensor.detach()
    out[name] = {"shape": list(tensor.shape), "values": [float(v) for v in tensor.reshape(-1)]}


def put_state(name, module):
    for key, tensor in module.state_dict().items():
        put(f"{name}.{key}", tensor)


def ramp(*shape, dtype=torch.float32):
    """A fixed input that needs no random numbers: sin(1), sin(2), ..., rounded to eighths so that every type holds it exactly."""
    count = 1
    for size in shape:
        count *= size
    values = torch.sin(torch.arange(1, count + 1, dtype=torch.float64))
    return (torch.round(values * 8) / 8).reshape(shape).to(dtype)


# First weights, all drawn one after the other from one seed.
torch.manual_seed(5)
layers = {
    "Linear": nn.Linear(5, 3),
    "LinearNoBias": nn.Linear(4, 2, bias=False),
    "Conv1d": nn.Conv1d(2, 3, 4),
    "Conv2d": nn.Conv2d(4, 6, 3, groups=2),
    "ConvTranspose1d": nn.ConvTranspose1d(3, 2, 3),
    "ConvTranspose2d": nn.ConvTranspose2d(2, 3, (2, 3)),
    "Embedding": nn.Embedding(5, 3, padding_idx=1),
    "BatchNorm2d": nn.BatchNorm2d(3),
    "LayerNorm": nn.LayerNorm([2, 3]),
    "LinearDouble": nn.Linear(3, 2, dtype=torch.float64),
}
for name, layer in layers.items():
    put_state(f"first.{name}", layer)

torch.manual_seed(6)
init = nn.init
for name, f in {
    "uniform_": lambda t: init.uniform_(t, -1, 2),
    "normal_": lambda t: init.normal_(t, 1, 3),
    "constant_": lambda t: init.constant_(t, 0.25),
    "ones_": init.ones_,
    "zeros_": init.zeros_,
    "xavier_uniform_": lambda t: init.xavier_uniform_(t, 1.5),
    "xavier_normal_": lambda t: init.xavier_normal_(t, 0.5),
    "kaiming_uniform_": lambda t: init.kaiming_uniform_(t, 0.3, "fan_out", "leaky_relu"),
    "kaiming_normal_": lambda t: init.kaiming_normal_(t, 0, "fan_in", "relu"),
    "kaiming_tanh": lambda t: init.kaiming_normal_(t, 0, "fan_in", "tanh"),
    "orthogonal_": lambda t: init.orthogonal_(t, 2.0),
}.items():
    put(f"init.{name}", f(torch.empty(4, 3, 2)))
put("init.orthogonal_tall", init.orthogonal_(torch.empty(5, 2, dtype=torch.float64)))
put("init.eye_", init.eye_(torch.empty(2, 3)))
out["gains"] = [init.calculate_gain(n, p) for n, p in [("linear", None), ("sigmoid", None), ("tanh", None), ("relu", None), ("leaky_relu", 0.2)]]


def forward(name, module, x, *more, call=None):
    """Output, and the gradient of its squared sum in the input and the parameters."""
    x = x.clone().requires_grad_() if x.is_floating_point() else x
    y = (call or module)(x, *more)
    put(f"forward.{name}", y)
    (y * y).sum().backward()
    if x.is_floating_point():
        put(f"forward.{name}.grad", x.grad)
    for key, p in module.named_parameters():
        put(f"forward.{name}.grad.{key}", p.grad)


def fill(module):
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(ramp(*p.shape, dtype=p.dtype))
    return module


forward("Linear", fill(nn.Linear(5, 3)), ramp(4, 5))
forward("Conv1d", fill(nn.Conv1d(2, 3, 3, stride=2, padding=1)), ramp(2, 2, 7))
forward("Conv1dSame", fill(nn.Conv1d(2, 3, 4, padding="same", dilation=2)), ramp(2, 2, 9))
forward("Conv1dCircular", fill(nn.Conv1d(2, 3, 3, padding=2, padding_mode="circular")), ramp(1, 2, 6))
forward("Conv2d", fill(nn.Conv2d(2, 4, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2)), ramp(2, 2, 6, 5))
forward("Conv2dSame", fill(nn.Conv2d(2, 3, 3, padding="same")), ramp(1, 2, 4, 5))
forward("Conv2dValid", fill(nn.Conv2d(2, 3, 3, padding="valid", bias=False)), ramp(1, 2, 4, 5))
forward("Conv2dReflect", fill(nn.Conv2d(2, 3, 3, padding=(1, 2), padding_mode="reflect")), ramp(1, 2, 4, 5))
forward("Conv2dReplicate", fill(nn.Conv2d(2, 3, 3, padding=1, padding_mode="replicate")), ramp(1, 2, 4, 5))
forward("Conv2dUnbatched", fill(nn.Conv2d(2, 3, 3)), ramp(2, 4, 5))
forward("ConvTranspose1d", fill(nn.ConvTranspose1d(2, 3, 3, stride=2, padding=1, output_padding=1)), ramp(2, 2, 4))
forward("ConvTranspose2d", fill(nn.ConvTranspose2d(2, 4, (3, 2), stride=2, padding=(1, 0), dilation=(1, 2), groups=2)), ramp(1, 2, 3, 4))
t = fill(nn.ConvTranspose2d(2, 3, 3, stride=2))
forward("ConvTranspose2dSized", t, ramp(1, 2, 3, 4), [8, 9], call=lambda x, s: t(x, output_size=s))
forward("MaxPool1d", nn.MaxPool1d(3, stride=2, padding=1, dilation=1), ramp(1, 2, 9))
forward("MaxPool2d", nn.MaxPool2d(2), ramp(1, 2, 5, 6))
forward("MaxPool2dWide", nn.MaxPool2d((3, 2), stride=(2, 1), padding=(1, 0), ceil_mode=True), ramp(1, 2, 6, 5))
forward("AvgPool1d", nn.AvgPool1d(3, padding=1, count_include_pad=False), ramp(1, 2, 9))
forward("AvgPool2d", nn.AvgPool2d((2, 3), stride=(1, 2), padding=(1, 1), divisor_override=5), ramp(1, 2, 5, 6))
forward("AdaptiveAvgPool1d", nn.AdaptiveAvgPool1d(4), ramp(2, 2, 7))
forward("AdaptiveAvgPool2d", nn.AdaptiveAvgPool2d((2, 3)), ramp(1, 2, 5, 7))
forward("Upsample", nn.Upsample(scale_factor=(2, 3)), ramp(1, 2, 3, 2))
forward("UpsampleBilinear", nn.Upsample(size=(5, 4), mode="bilinear", align_corners=True), ramp(1, 2, 3, 2))
for name, module in {
    "ReLU": nn.ReLU(), "LeakyReLU": nn.LeakyReLU(0.2), "ELU": nn.ELU(1.5), "Sigmoid": nn.Sigmoid(), "Tanh": nn.Tanh(), "SiLU": nn.SiLU(),
    "GELU": nn.GELU(), "Softmax": nn.Softmax(1), "LogSoftmax": nn.LogSoftmax(0), "Softplus": nn.Softplus(2, 1.5), "Identity": nn.Identity(),
    "ZeroPad2d": nn.ZeroPad2d((1, 0, 2, 1)),
}.items():
    forward(name, module, ramp(1, 3, 4) if name == "ZeroPad2d" else ramp(3, 4))
forward("Flatten", nn.Flatten(), ramp(2, 3, 4))
forward("Unflatten", nn.Unflatten(1, (2, 3)), ramp(2, 6))
forward("LayerNorm", fill(nn.LayerNorm([3, 4], eps=1e-3)), ramp(2, 3, 4))
forward("LayerNormPlain", nn.LayerNorm(4, elementwise_affine=False), ramp(2, 3, 4))
forward("Embedding", fill(nn.Embedding(5, 3, padding_idx=2)), torch.tensor([[0, 2], [4, 0]]))
forward("EmbeddingMaxNorm", fill(nn.Embedding(5, 3, max_norm=1.0)), torch.tensor([1, 3]))
forward("EmbeddingScaled", fill(nn.Embedding(5, 3, scale_grad_by_freq=True)), torch.tensor([1, 1, 3]))
for d, shape in ((1, (4, 3)), (2, (2, 3, 2, 2))):
    b = fill((nn.BatchNorm1d if d == 1 else nn.BatchNorm2d)(3, eps=1e-3, momentum=0.3))
    forward(f"BatchNorm{d}d", b, ramp(*shape))
    b(ramp(*shape) * 2)
    put_state(f"trained.BatchNorm{d}d", b)
    b.eval()
    b.zero_grad()
    forward(f"BatchNorm{d}dEval", b, ramp(*shape))
torch.manual_seed(7)
forward("Dropout", nn.Dropout(0.4), ramp(5, 6))
forward("Dropout2d", nn.Dropout2d(0.5), ramp(2, 4, 2, 2))

target = torch.tensor([2, 0, 1, 3])
for reduction in ("none", "mean", "sum"):
    for name, loss, x, y in (
        ("CrossEntropyLoss", nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.5, 1.5]), ignore_index=0, reduction=reduction), ramp(4, 4), target),
        ("CrossEntropySmoothed", nn.CrossEntropyLoss(label_smoothing=0.1, reduction=reduction), ramp(4, 4), target),
        ("NLLLoss", nn.NLLLoss(reduction=reduction), ramp(4, 4), target),
        ("MSELoss", nn.MSELoss(reduction=reduction), ramp(4, 4), ramp(16).reshape(4, 4).t().contiguous()),
        ("L1Loss", nn.L1Loss(reduction=reduction), ramp(4, 4), ramp(16).reshape(4, 4).t().contiguous()),
        ("BCEWithLogitsLoss", nn.BCEWithLogitsLoss(weight=torch.tensor([1.0, 2.0, 0.5, 1.5]), pos_weight=torch.tensor([3.0, 1.0, 1.0, 2.0]), reduction=reduction),
         ramp(4, 4), (ramp(4, 4) > 0.3).float()),
    ):
        forward(f"{name}.{reduction}", loss, x, y)


def train(name, make, dtype, steps=20):
    torch.manual_seed(8)
    model = nn.Sequential(nn.Linear(3, 4, dtype=dtype), nn.Tanh(), nn.Linear(4, 2, dtype=dtype))
    optimizer = make(model)
    x, y = ramp(6, 3, dtype=dtype), ramp(6, 2, dtype=dtype) * 3
    loss = None
    for _ in range(steps):
        optimizer.zero_grad()
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
    put(f"{name}.loss", loss)
    put_state(name, model)


optimizers = {
    "SGD": lambda m: optim.SGD(m.parameters(), 0.1),
    "SGD.momentum": lambda m: optim.SGD(m.parameters(), 0.05, momentum=0.9),
    "SGD.dampening": lambda m: optim.SGD(m.parameters(), 0.05, momentum=0.9, dampening=0.5),
    "SGD.decay": lambda m: optim.SGD(m.parameters(), 0.1, weight_decay=0.1),
    "SGD.nesterov": lambda m: optim.SGD(m.parameters(), 0.05, momentum=0.9, weight_decay=0.01, nesterov=True),
    "SGD.maximize": lambda m: optim.SGD(m.parameters(), 0.001, momentum=0.5, weight_decay=0.1, maximize=True),
    "Adam": lambda m: optim.Adam(m.parameters(), 0.05),
    "Adam.betas": lambda m: optim.Adam(m.parameters(), 0.05, betas=(0.8, 0.9), eps=1e-4),
    "Adam.decay": lambda m: optim.Adam(m.parameters(), 0.05, weight_decay=0.1),
    "Adam.amsgrad": lambda m: optim.Adam(m.parameters(), 0.05, amsgrad=True),
    "Adam.maximize": lambda m: optim.Adam(m.parameters(), 0.001, weight_decay=0.1, maximize=True),
    "AdamW": lambda m: optim.AdamW(m.parameters(), 0.05, weight_decay=0),
    "AdamW.decay": lambda m: optim.AdamW(m.parameters(), 0.05, weight_decay=0.2),
    "AdamW.amsgrad": lambda m: optim.AdamW(m.parameters(), 0.05, weight_decay=0.1, amsgrad=True),
    "AdamW.maximize": lambda m: optim.AdamW(m.parameters(), 0.001, weight_decay=0.1, maximize=True),
    "groups": lambda m: optim.SGD([{"params": m[0].parameters()}, {"params": m[2].parameters(), "lr": 0.01, "momentum": 0.5}], 0.1),
}
for name, make in optimizers.items():
    for dtype, suffix in ((torch.float32, "f32"), (torch.float64, "f64")):
        train(f"train.{name}.{suffix}", make, dtype)

for name, make in {
    "StepLR": lambda o: optim.lr_scheduler.StepLR(o, 4, 0.5),
    "ExponentialLR": lambda o: optim.lr_scheduler.ExponentialLR(o, 0.9),
    "MultiStepLR": lambda o: optim.lr_scheduler.MultiStepLR(o, [3, 7, 7, 20], 0.3),
    "CosineAnnealingLR": lambda o: optim.lr_scheduler.CosineAnnealingLR(o, 10, 0.001),
    "LambdaLR": lambda o: optim.lr_scheduler.LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
}.items():
    p = nn.Parameter(torch.zeros(1))
    q = nn.Parameter(torch.zeros(1))
    optimizer = optim.SGD([{"params": [p]}, {"params": [q], "lr": 0.3}], 0.1)
    scheduler = make(optimizer)
    rates = []
    for _ in range(30):
        rates.append(list(scheduler.get_last_lr()))
        optimizer.step()
        scheduler.step()
    out[f"rates.{name}"] = [r for pair in rates for r in pair]

for norm in (1.0, 2.0, float("inf")):
    a, b = nn.Parameter(ramp(3, 2)), nn.Parameter(ramp(4))
    ((a * 3).sum() ** 2 + (b * b * b).sum()).backward()
    out[f"clip.norm.{norm}"] = [float(nn.utils.clip_grad_norm_([a, b], 0.5, norm))]
    put(f"clip.{norm}.a", a.grad)
    put(f"clip.{norm}.b", b.grad)
a = nn.Parameter(ramp(3, 2))
(a * a * 3).sum().backward()
nn.utils.clip_grad_value_([a], 1.25)
put("clip.value", a.grad)

print(json.dumps(out, separators=(",", ":")))
