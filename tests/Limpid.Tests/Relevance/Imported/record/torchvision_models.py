# Records names and shapes of torchvision's VGG-16 and ResNet-50, and what ResNet-50 computes with weights that a formula gives, for TorchvisionModelsTests.
#
#   apt-get install python3-torchvision        (0.14.1 with PyTorch 1.13 on Debian 12)
#   python3 torchvision_models.py > torchvision.json
import json

import torch
import torchvision


def shapes(model):
    return {name: list(value.shape) for name, value in sorted(model.state_dict().items())}


def fill(model):
    """The k-th of the sorted names: sin(0.37 j + k) over the flat place j, scaled to keep the size of activations; variances above 0."""
    with torch.no_grad():
        for k, (name, value) in enumerate(sorted(model.state_dict().items())):
            if not value.is_floating_point():
                continue
            wave = torch.sin(torch.arange(value.numel(), dtype=torch.float64) * 0.37 + k).view(value.shape)
            if name.endswith("running_var"):
                wave = 1 + 0.5 * wave
            elif value.dim() > 1:
                wave = wave * (3.0 / (value.numel() / value.shape[0])) ** 0.5
            else:
                wave = 0.1 * wave + (1 if "bn" in name and name.endswith("weight") or "downsample.1.weight" in name else 0)
            value.copy_(wave)


resnet = torchvision.models.resnet50()
fill(resnet)
resnet.eval()
image = torch.sin(torch.arange(3 * 64 * 96, dtype=torch.float64) * 0.11).view(1, 3, 64, 96).float()
with torch.no_grad():
    scores = resnet(image)[0]
print(json.dumps({
    "torchvision": torchvision.__version__,
    "vgg16": shapes(torchvision.models.vgg16()), "resnet50": shapes(resnet),
    "scores": [float(f"{value:.7g}") for value in scores[:60].tolist()], "scale": float(scores.abs().mean()),
}, separators=(",", ":")))
