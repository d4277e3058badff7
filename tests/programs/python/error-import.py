import json
import nosuchmodule
