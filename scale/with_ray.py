"""kedja on Ray: python with_ray.py telecom --customers 1000000000 --strengthen invoice=1"""

import os

import ray

import parts


@ray.remote(num_cpus=1, max_retries=5)
def tallied(journey, part, for_kedja):
    return parts.tallied(journey, part, for_kedja)


def main():
    given, for_kedja = parts.arguments(__doc__)
    out = parts.standard_output()
    # Other machines get parts.py from here.
    ray.init(log_to_driver=False, runtime_env={"working_dir": os.path.dirname(os.path.abspath(__file__))})
    merged = parts.Merged()
    waiting = parts.cut(given.customers, given.size)
    # Some for each processor at a time: no part waits for long, and what has come back is put away.
    most = 4 * int(ray.cluster_resources().get("CPU", 1))
    running = []
    while waiting or running:
        while waiting and len(running) < most:
            running.append(tallied.remote(given.journey, waiting.pop(0), for_kedja))
        done, running = ray.wait(running)
        for part in ray.get(done):
            merged.add(part)
    out.write(merged.report(given.out))
    out.close()


if __name__ == "__main__":
    main()
