"""Jupyter's own client, driven over stdin and stdout, one JSON object a line.

In: {"do": "send", "channel", "type", "content"} | {"do": "raw", "channel", "frames": [hex]} | {"do": "input", "value"} | {"do": "restart"} | {"do": "stop"}
Out: {"event": "ready", "pid"} | {"event": "sent", "id"} | {"event": "message", "channel", "type", "parent", "content"} | {"event": "restarted", "pid"} | {"event": "stopped", "seconds"}
"""
import json
import os
import sys
import time

import zmq
from jupyter_client.manager import start_new_kernel


def say(**event):
    print(json.dumps(event), flush=True)


def pid():
    return manager.provisioner.process.pid


def channels():
    """The client's sockets without the event loop around them: one poller waits for all and for stdin."""
    named = {"shell": client.shell_channel, "control": client.control_channel, "iopub": client.iopub_channel, "stdin": client.stdin_channel}
    return {name: zmq.Socket.shadow(channel.socket.underlying) for name, channel in named.items()}


def receive(name, socket):
    message = client.session.recv(socket, mode=zmq.NOBLOCK)[1]
    if message:
        say(event="message", channel=name, type=message["msg_type"], parent=message["parent_header"].get("msg_id"), content=message["content"])


def obey(command):
    what = command["do"]
    if what == "send":
        message = client.session.msg(command["type"], command["content"])
        client.session.send(sockets[command["channel"]], message)
        say(event="sent", id=message["header"]["msg_id"])
    elif what == "raw":
        sockets[command["channel"]].send_multipart([bytes.fromhex(frame) for frame in command["frames"]])
    elif what == "input":
        client.session.send(sockets["stdin"], "input_reply", {"value": command["value"]})
    elif what == "restart":
        manager.restart_kernel(now=False)
        client.wait_for_ready(timeout=120)
        say(event="restarted", pid=pid())
    else:
        started = time.monotonic()
        manager.shutdown_kernel(now=False)
        say(event="stopped", seconds=time.monotonic() - started)
        return False
    return True


def serve():
    pending = b""
    poller = zmq.Poller()
    poller.register(sys.stdin.fileno(), zmq.POLLIN)
    names = {socket: name for name, socket in sockets.items()}
    for socket in names:
        poller.register(socket, zmq.POLLIN)
    while True:
        for ready, _ in poller.poll():
            if ready in names:
                receive(names[ready], ready)
                continue
            read = os.read(sys.stdin.fileno(), 65536)
            if not read:
                return manager.shutdown_kernel(now=True)
            *lines, pending = (pending + read).split(b"\n")
            for line in lines:
                if not obey(json.loads(line)):
                    return None


# The kernel's own stderr would mix with ours; what a test needs of it arrives as messages.
manager, client = start_new_kernel(startup_timeout=120, kernel_name=".net-csharp")
sockets = channels()
say(event="ready", pid=pid())
serve()
client.stop_channels()
# The interpreter's clean-up of zmq complains about its own order.
os._exit(0)
