import './time';
import './process-view';
import './heat-view';
import './play-view';
import './picture';
import './replay';
